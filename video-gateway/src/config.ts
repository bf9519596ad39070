/** The gateway's surroundings, read once; a bad one ends the process with a clear line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  directHosts,
  edgeExchange,
  exchangeEnvironment,
  pullExchange,
  type EdgeExchangeConfig,
  type PullConfig,
} from '#exchange/exchange-config.ts';
import type { SweepLimits } from '#sweep/camera-sweep.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  VIDEO_GATEWAY_PORT: port.default(8090),
  VIDEO_GATEWAY_BIND: z.string().min(1).default('127.0.0.1'),
  GIS_SERVER_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
  INTERNAL_KEY_FILE: z.string().default(''),
  /** Empty or absent: no platforms, imported cameras only. */
  VIDEO_PLATFORMS_FILE: z.string().default(''),
  /** 0 switches the RTMP ingest off. */
  RTMP_INGEST_PORT: port.default(1935),
  RTMP_INGEST_BIND: z.string().min(1).default('127.0.0.1'),
  /** Names that may publish, each with a key of its own; empty or absent: any name with the one key. */
  RTMP_PUBLISHERS_FILE: z.string().default(''),
  /** Publishers must carry it as `?key=`; without it every publisher on this machine is taken. */
  RTMP_PUBLISH_KEY: z.string().default(''),
  CLOUD_EYE_DATA: z.string().min(1).default('.run/data'),
  /** Whether cameras that nobody watches are checked by turns; what a person asks for is checked all the same. */
  VIDEO_SWEEP: z.enum(['on', 'off']).default('on'),
  VIDEO_SWEEP_AT_ONCE: z.coerce.number().int().min(1).max(16).default(2),
  VIDEO_SWEEP_MINUTES: z.coerce.number().min(0.05).max(1440).default(5),
  /** Who looks through a camera after so many is given its pictures a fifth of a second at a time. */
  VIDEO_CROWD_FROM: z.coerce.number().int().min(0).default(200),
  /** Looks that one person may have open; a tenth of them may be opened each second. */
  VIDEO_VIEWS_PER_USER: z.coerce.number().int().min(1).default(256),
  /** Further ports of ours that no camera address may point to. */
  OWN_SERVICE_PORTS: z
    .string()
    .regex(/^(\d+(,\d+)*)?$/)
    .default(''),
  ...exchangeEnvironment,
});
type Known = z.infer<typeof environment>;

export type GatewayConfig = {
  port: number;
  bind: string;
  gisServerUrl: string;
  internalKey: string;
  platformsFile: string | null;
  ingestPort: number;
  ingestBind: string;
  publishKey: string;
  publishersFile: string | null;
  spoolFile: string;
  exportsFolder: string;
  ownPorts: ReadonlySet<number>;
  sweep: SweepLimits;
  /** So many viewers of one camera make a crowd. */
  crowdFrom: number;
  /** Where addresses imported with their camera may lead; null for anywhere but our own services. */
  directHosts: readonly string[] | null;
  viewsPerUser: number;
  /** Null where the cameras are pulled by this process itself. */
  exchange: EdgeExchangeConfig | null;
};

/** What the network where the cameras are needs to know. */
export type VideoSideConfig = Pick<
  GatewayConfig,
  'platformsFile' | 'ingestPort' | 'ingestBind' | 'publishKey' | 'publishersFile' | 'ownPorts'
>;

export type RoleConfig =
  | { role: 'gateway'; config: GatewayConfig }
  | { role: 'pull'; config: PullConfig };

/** Between two checks at one platform. */
const sweepGapMs = 3_000;

const databasePort = 5433;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

export function readConfig(env: Readonly<Record<string, string | undefined>>): RoleConfig {
  const read = environment.safeParse(env);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  const known = read.data;
  return known.VIDEO_GATEWAY_ROLE === 'pull'
    ? { role: 'pull', config: pullConfig(known) }
    : { role: 'gateway', config: gatewayConfig(known) };
}

function gatewayConfig(known: Known): GatewayConfig {
  const isEdge = known.VIDEO_GATEWAY_ROLE === 'edge';
  return {
    ...videoSideConfig(known),
    port: known.VIDEO_GATEWAY_PORT,
    bind: known.VIDEO_GATEWAY_BIND,
    gisServerUrl: known.GIS_SERVER_URL,
    internalKey: internalKey(known.INTERNAL_KEY_FILE),
    sweep: {
      on: known.VIDEO_SWEEP === 'on',
      atOnce: known.VIDEO_SWEEP_AT_ONCE,
      roundMs: known.VIDEO_SWEEP_MINUTES * 60_000,
      gapMs: sweepGapMs,
    },
    crowdFrom: known.VIDEO_CROWD_FROM,
    viewsPerUser: known.VIDEO_VIEWS_PER_USER,
    spoolFile: join(known.CLOUD_EYE_DATA, 'video-gateway', 'views.jsonl'),
    exportsFolder: join(known.CLOUD_EYE_DATA, 'video-gateway', 'exports'),
    directHosts: known.VIDEO_DIRECT_HOSTS === '' ? null : directHosts(known),
    exchange: isEdge ? edgeExchange(known) : null,
  };
}

/** Neither gis-server's address nor its key: the video network knows only where it dials. */
function pullConfig(known: Known): PullConfig {
  if (known.TICKET_PUBLIC_KEY_FILE === '') {
    throw new Error('TICKET_PUBLIC_KEY_FILE names the key that tickets are checked with');
  }
  return {
    ...videoSideConfig(known),
    port: known.VIDEO_PULL_PORT,
    bind: known.VIDEO_GATEWAY_BIND,
    directHosts: directHosts(known),
    ticketKeyFile: known.TICKET_PUBLIC_KEY_FILE,
    checkGapMs: sweepGapMs,
    exchange: pullExchange(known),
  };
}

function videoSideConfig(known: Known): VideoSideConfig {
  const { RTMP_INGEST_BIND: bind, RTMP_PUBLISHERS_FILE: publishers } = known;
  const isKeyed = publishers !== '' || known.RTMP_PUBLISH_KEY !== '';
  if (!loopback.has(bind) && !isKeyed) {
    throw new Error('RTMP_INGEST_BIND opens the door to others: RTMP_PUBLISHERS_FILE says to whom');
  }
  return {
    ingestBind: bind,
    publishersFile: publishers === '' ? null : publishers,
    platformsFile: known.VIDEO_PLATFORMS_FILE === '' ? null : known.VIDEO_PLATFORMS_FILE,
    ingestPort: known.RTMP_INGEST_PORT,
    publishKey: known.RTMP_PUBLISH_KEY,
    ownPorts: ownPorts(known),
  };
}

function ownPorts(known: Known): ReadonlySet<number> {
  const gisUrl = new URL(known.GIS_SERVER_URL);
  return new Set([
    known.VIDEO_GATEWAY_PORT,
    known.VIDEO_EXCHANGE_PORT,
    known.VIDEO_PULL_PORT,
    known.RTMP_INGEST_PORT,
    Number(gisUrl.port || (gisUrl.protocol === 'https:' ? 443 : 80)),
    databasePort,
    ...known.OWN_SERVICE_PORTS.split(',').filter(Boolean).map(Number),
  ]);
}

function internalKey(file: string): string {
  if (file === '') throw new Error('INTERNAL_KEY_FILE names the key shared with gis-server');
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 16) throw new Error(`${file} holds no key`);
  return key;
}
