/** The processes of the stack and what each is told: docker-compose.yml runs the same commands. */
import { join } from 'node:path';
import type { LaunchOptions } from './options.ts';
import type { LocalSecrets } from './local-secrets.ts';

export type ProcessName = 'database' | 'simulator' | 'video-gateway' | 'video-pull' | 'gis-server';

/** What to run, below the repository root. */
export const entryFiles: Record<ProcessName, string> = {
  database: 'gis-server/src/database/embedded/main.ts',
  simulator: 'grid-data/src/simulator/main.ts',
  'video-gateway': 'video-gateway/src/main.ts',
  'video-pull': 'video-gateway/src/main.ts',
  'gis-server': 'gis-server/src/main.ts',
};

export type Ports = {
  page: number;
  gateway: number;
  /** Where the edge waits for the pull side, and where that tells of itself. */
  videoExchange: number;
  videoPull: number;
  rtmpIngest: number;
  simulator: number;
  simulatorRtsp: number;
  database: number;
  /** Of the local network. */
  lan: number;
};

export const usualPorts: Omit<Ports, 'page'> = {
  gateway: 8090,
  videoExchange: 8091,
  videoPull: 8092,
  rtmpIngest: 1935,
  simulator: 8099,
  simulatorRtsp: 8554,
  database: 5433,
  lan: 8443,
};

function databaseUrlOf(options: LaunchOptions, ports: Ports): string {
  return options.databaseUrl ?? `postgres://postgres@127.0.0.1:${ports.database}/postgres`;
}

/** Where no camera's stream is ever fetched from. */
function ownServicePorts(databaseUrl: string, ports: Ports, lan: boolean): string {
  const { page, gateway, videoExchange, videoPull, simulator, database } = ports;
  const own = new Set([page, gateway, videoExchange, videoPull, simulator, database]);
  if (lan) own.add(ports.lan);
  // A database reached by a socket file has no port.
  if (URL.canParse(databaseUrl)) own.add(Number(new URL(databaseUrl).port || 5432));
  return [...own].join(',');
}

/** Everything any process of the stack may read; each reads what it needs and refuses what is wrong. */
export function stackEnvironment(
  options: LaunchOptions,
  ports: Ports,
  secrets: LocalSecrets,
): Record<string, string> {
  const databaseUrl = databaseUrlOf(options, ports);
  const inData = (name: string) => join(options.dataFolder, name);
  return {
    CLOUD_EYE_DATA: options.dataFolder,
    CLOUD_EYE_PORT: String(ports.page),
    DATABASE_URL: databaseUrl,
    DATABASE_KIND: options.databaseUrl === null ? 'embedded' : 'postgresql',
    DATABASE_PORT: String(ports.database),
    GIS_SERVER_URL: `http://127.0.0.1:${ports.page}`,
    VIDEO_GATEWAY_PORT: String(ports.gateway),
    VIDEO_GATEWAY_URL: `http://127.0.0.1:${ports.gateway}`,
    OWN_SERVICE_PORTS: ownServicePorts(databaseUrl, ports, options.lan),
    RTMP_INGEST_PORT: String(ports.rtmpIngest),
    RTMP_PUBLISH_KEY: secrets.rtmpPublishKey,
    INTERNAL_KEY_FILE: secrets.internalKeyFile,
    VIDEO_PLATFORMS_FILE: options.platformsFile ?? secrets.platformsFile,
    VIDEO_GATEWAY_ROLE: options.splitVideo ? 'edge' : 'whole',
    VIDEO_EXCHANGE_PORT: String(ports.videoExchange),
    VIDEO_EXCHANGE_URL: `ws://127.0.0.1:${ports.videoExchange}/exchange`,
    VIDEO_EXCHANGE_KEY_FILE: secrets.exchangeKeyFile,
    VIDEO_PULL_PORT: String(ports.videoPull),
    TICKET_PUBLIC_KEY_FILE: secrets.ticketPublicKeyFile,
    WEATHER_SOURCE: options.outside.weather,
    THEME_SOURCES: options.outside.themes,
    SIMULATOR_PORT: String(ports.simulator),
    SIMULATOR_RTSP_PORT: String(ports.simulatorRtsp),
    SIMULATOR_APP_KEY: secrets.simulatorAppKey,
    SIMULATOR_APP_SECRET: secrets.simulatorAppSecret,
    SIMULATOR_CAMERAS_FILE: inData('simulator-cameras.json'),
    SIMULATOR_UNITS_FILE: inData('simulator-units.json'),
    SIMULATOR_SPOTS_FILE: inData('simulator-spots.json'),
    SIMULATOR_ACCOUNTS_FILE: inData('simulator-accounts.json'),
  };
}

/** The demo's other systems stand in the simulator, where none of one's own are named. */
export function simulatedSources({ outside }: LaunchOptions, { simulator }: Ports) {
  const at = (document: string) => `http://127.0.0.1:${simulator}/outside/${document}`;
  return {
    WEATHER_SOURCE: outside.weather || at('weather'),
    THEME_SOURCES: outside.themes || ['civil-affairs', 'food-and-drug'].map(at).join(','),
  };
}

/** What one process is told besides: the two halves of the gateway differ in their role alone. */
export function ownEnvironment(name: ProcessName): Record<string, string> {
  return name === 'video-pull' ? { VIDEO_GATEWAY_ROLE: 'pull' } : {};
}

/** Names in the order they start; the database and the seed come before all others. */
export function processesToRun(simulates: boolean, splitVideo: boolean): ProcessName[] {
  return [
    'gis-server',
    'video-gateway',
    ...(splitVideo ? (['video-pull'] as const) : []),
    ...(simulates ? (['simulator'] as const) : []),
  ];
}
