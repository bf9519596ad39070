/** A whole gateway inside the test, before a fake gis-server; in two halves where `VIDEO_ARRANGEMENT` says `split`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#app.ts';
import { readConfig } from '#config.ts';
import { createPullSide, type PullSide } from '#exchange/video/pull-side.ts';
import { createGateway, type Gateway } from '#gateway.ts';
import { FakeGisServer, internalKey } from '#testing/fake-gis-server.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';

export type RunningGateway = {
  gateway: Gateway;
  /** Where the pulls are, in whichever process. */
  videoSide: LocalVideoSide;
  /** Null where both sides are one. */
  pull: PullSide | null;
  restartPull(): Promise<void>;
  gis: FakeGisServer;
  port: number;
  folder: string;
  stop(): Promise<void>;
};

export type Arrangement = 'whole' | 'split';

export type GatewayOptions = {
  platforms?: readonly object[];
  ingestPort?: number;
  folder?: string;
  environment?: Record<string, string>;
  arrangement?: Arrangement;
  /** From the port that the edge waits at to the one that the video side dials. */
  exchangeThrough?: (port: number) => Promise<number>;
};

export const exchangeKey = 'a-key-between-two-networks-for-tests-only';
const usualArrangement: Arrangement =
  process.env['VIDEO_ARRANGEMENT'] === 'split' ? 'split' : 'whole';

export async function runGateway(options: GatewayOptions = {}): Promise<RunningGateway> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'video-gateway-'));
  const gis = new FakeGisServer();
  await gis.listen();
  const env = writeSurroundings(folder, gis, options);
  const isSplit = (options.arrangement ?? usualArrangement) === 'split';
  const gateway = createGateway(edgeConfig(isSplit ? { ...env, VIDEO_GATEWAY_ROLE: 'edge' } : env));
  const { server, close } = createApp(gateway);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway.start();
  let dialled = 0;
  const startPull = async () => {
    if (!isSplit) return null;
    const port = await exchangePort(gateway);
    dialled ||= (await options.exchangeThrough?.(port)) ?? port;
    return startPullSide(gateway, env, dialled);
  };
  let pull = await startPull();
  await gis.saw('hello');
  return {
    gateway,
    pull,
    restartPull: async () => {
      pull = await startPull();
    },
    videoSide: pull?.video ?? (gateway.video as LocalVideoSide),
    gis,
    folder,
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await gateway.stop();
      await pull?.stop();
      close();
      server.closeAllConnections();
      await gis.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
}

function edgeConfig(env: Record<string, string>) {
  const read = readConfig(env);
  if (read.role !== 'gateway') throw new Error('a gateway was asked for');
  return read.config;
}

/** The files and the environment that one process, or each of two, is given. */
function writeSurroundings(
  folder: string,
  gis: FakeGisServer,
  { platforms = [], ingestPort = 0, environment = {} }: GatewayOptions,
): Record<string, string> {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  return {
    VIDEO_GATEWAY_PORT: '0',
    GIS_SERVER_URL: `http://127.0.0.1:${gis.port}`,
    INTERNAL_KEY_FILE: write('internal-key', internalKey),
    VIDEO_PLATFORMS_FILE: write('platforms.json', JSON.stringify({ platforms })),
    RTMP_INGEST_PORT: String(ingestPort),
    CLOUD_EYE_DATA: folder,
    VIDEO_SWEEP: 'off',
    VIDEO_EXCHANGE_KEY_FILE: write('exchange-key', exchangeKey),
    VIDEO_EXCHANGE_PORT: '0',
    VIDEO_PULL_PORT: '0',
    TICKET_PUBLIC_KEY_FILE: write('ticket-key.pem', gis.publicKeyPem()),
    VIDEO_DIRECT_HOSTS: '127.0.0.1,localhost',
    ...environment,
  };
}

/** Answers once the edge knows its platforms. */
async function startPullSide(
  gateway: Gateway,
  env: Record<string, string>,
  port: number,
): Promise<PullSide> {
  const scheme = env['VIDEO_EXCHANGE_CERT_FILE'] === undefined ? 'ws' : 'wss';
  const read = readConfig({
    ...env,
    VIDEO_GATEWAY_ROLE: 'pull',
    VIDEO_EXCHANGE_URL: `${scheme}://127.0.0.1:${port}/exchange`,
  });
  if (read.role !== 'pull') throw new Error('a pull side was asked for');
  const pull = createPullSide(read.config);
  pull.start();
  while (gateway.video.exchange?.isUp !== true) await tick();
  return pull;
}

async function exchangePort({ video }: Gateway): Promise<number> {
  const remote = video as { port?: number };
  while (remote.port === 0) await tick();
  return remote.port ?? 0;
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));
