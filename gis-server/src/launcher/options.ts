import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { DomainError } from 'grid-data';

export type LaunchOptions = {
  /** Start without the demo city and without the simulator. */
  empty: boolean;
  /** Size of the demo city: 1 is 60,000 city components and 600 cameras. */
  scale: number;
  seed: number;
  /** First port tried for the page; the next free one is taken where it is in use. */
  port: number;
  dataFolder: string;
  /** An existing PostgreSQL with PostGIS; the embedded database where absent. */
  databaseUrl: string | null;
  /** Own platforms instead of the simulated one. */
  platformsFile: string | null;
  simulator: boolean;
  /** Documents of other systems, as gis-server is told; empty where there are none. */
  outside: { weather: string; themes: string };
  /** Pull and edge of the video gateway as two processes, as on two networks. */
  splitVideo: boolean;
  /** Serve the local network by https too, for the phones of the field. */
  lan: boolean;
};

export const usage = `npm start -- [options]
  --empty              start without the demo city (then: npm run import)
  --scale <n>          size of the demo city, 1 = 60,000 city components, 600 cameras
  --seed <n>           another demo city of the same kind
  --port <n>           first port to try for the page (8080)
  --data <folder>      where the database and keys are kept (.run/data)
  --platforms <file>   JSON of real video platforms; the simulator stays off
  --lan                serve the local network by https too, for phones; prints a QR code
  --split-video        pull and edge of the video gateway as two processes, as on two networks
  DATABASE_URL         PostgreSQL 15+ with PostGIS 3.3+ instead of the embedded database`;

/** Reads the command line and the environment; throws invalid-input naming the option that is wrong. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const values = parse(args);
  const platformsFile = values.platforms ?? env.VIDEO_PLATFORMS_FILE ?? null;
  return {
    empty: values.empty ?? false,
    scale: number('--scale', values.scale ?? '1', 0.01, 1000),
    seed: number('--seed', values.seed ?? '1', 0, 2 ** 31),
    port: number('--port', values.port ?? env.CLOUD_EYE_PORT ?? '8080', 1, 65_535),
    dataFolder: resolve(values.data ?? env.CLOUD_EYE_DATA ?? '.run/data'),
    databaseUrl: env.DATABASE_URL ?? null,
    platformsFile: platformsFile === null ? null : resolve(platformsFile),
    simulator: platformsFile === null && !(values.empty ?? false),
    outside: { weather: env.WEATHER_SOURCE ?? '', themes: env.THEME_SOURCES ?? '' },
    splitVideo: values['split-video'] ?? false,
    lan: values.lan ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        empty: { type: 'boolean' },
        scale: { type: 'string' },
        seed: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        platforms: { type: 'string' },
        'split-video': { type: 'boolean' },
        lan: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new DomainError('invalid-input', (error as Error).message, { cause: error });
  }
}

function number(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  throw new DomainError(
    'invalid-input',
    `${option} takes a number from ${least} to ${most}, not "${text}"`,
  );
}
