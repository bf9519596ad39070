import { z } from 'zod';
import { DomainError } from '#domain/domain-error.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const optionalText = z
  .string()
  .optional()
  .transform((value) => value || null);

const environment = z.object({
  SIMULATOR_PORT: port.default(8099),
  SIMULATOR_RTSP_PORT: port.default(8554),
  SIMULATOR_APP_KEY: z.string().min(1),
  SIMULATOR_APP_SECRET: z.string().min(1),
  SIMULATOR_EMPTY_HEADER_LINE: z.enum(['kept', 'dropped']).default('dropped'),
  SIMULATOR_CAMERAS_FILE: optionalText,
  SIMULATOR_UNITS_FILE: optionalText,
  SIMULATOR_SPOTS_FILE: optionalText,
  SIMULATOR_ACCOUNTS_FILE: optionalText,
  SIMULATOR_INCIDENTS_PER_HOUR: z.coerce.number().min(0).max(3600).default(60),
  STACK_FILE: optionalText,
  GIS_SERVER_URL: optionalText,
  INTERNAL_KEY_FILE: optionalText,
  RTMP_INGEST_PORT: port.nullable().default(null),
  RTMP_PUBLISH_KEY: optionalText,
});

export type SimulatorConfig = {
  httpPort: number;
  rtspPort: number;
  keys: { appKey: string; appSecret: string; emptyHeaderLine: 'kept' | 'dropped' };
  camerasFile: string | null;
  rtmp: { port: number; publishKey: string | null } | null;
  life: LifeConfig | null;
};

export type LifeConfig = {
  gisServerUrl: string;
  internalKeyFile: string | null;
  unitsFile: string | null;
  spotsFile: string | null;
  accountsFile: string | null;
  stackFile: string | null;
  incidentsPerHour: number;
};

export function readConfig(env: NodeJS.ProcessEnv): SimulatorConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new DomainError('invalid-input', `environment: ${z.prettifyError(parsed.error)}`);
  }
  const read = parsed.data;
  return {
    httpPort: read.SIMULATOR_PORT,
    rtspPort: read.SIMULATOR_RTSP_PORT,
    keys: {
      appKey: read.SIMULATOR_APP_KEY,
      appSecret: read.SIMULATOR_APP_SECRET,
      emptyHeaderLine: read.SIMULATOR_EMPTY_HEADER_LINE,
    },
    camerasFile: read.SIMULATOR_CAMERAS_FILE,
    rtmp:
      read.RTMP_INGEST_PORT === null
        ? null
        : { port: read.RTMP_INGEST_PORT, publishKey: read.RTMP_PUBLISH_KEY },
    life: lifeConfigOf(read),
  };
}

function lifeConfigOf(read: z.infer<typeof environment>): LifeConfig | null {
  if (read.GIS_SERVER_URL === null) return null;
  return {
    gisServerUrl: read.GIS_SERVER_URL.replace(/\/$/, ''),
    internalKeyFile: read.INTERNAL_KEY_FILE,
    unitsFile: read.SIMULATOR_UNITS_FILE,
    spotsFile: read.SIMULATOR_SPOTS_FILE,
    accountsFile: read.SIMULATOR_ACCOUNTS_FILE,
    stackFile: read.STACK_FILE,
    incidentsPerHour: read.SIMULATOR_INCIDENTS_PER_HOUR,
  };
}
