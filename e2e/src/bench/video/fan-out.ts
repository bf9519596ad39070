/** One camera to many viewers: what a server spends on it on one core, ours and its peers by turns. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPlaylist } from './gateway-views.ts';
import type { LoadFigures, LoadOrder } from './load/main.ts';
import {
  endProcess,
  freePort,
  makeClip,
  publishClip,
  spawnOn,
  startGateway,
} from './media-processes.ts';
import { startMediaMtx } from './media-mtx.ts';
import { app, startNginxRtmp, startNodeMediaServer, type RestlessWay } from './peers.ts';
import { usedByAll } from './process-figures.ts';
import { startTlsDoor, type TlsDoor } from './tls-door.ts';
import { startViewRegister, type ViewRegister } from './view-register.ts';

export type FanOutFigures = {
  way: string;
  viewers: number;
  corePercent: number;
  rssBytes: number;
  restingBytes: number;
  load: LoadFigures;
};

/** A server and a way to look through it. */
export type Way = RestlessWay & {
  /** Before the first viewer ever came. */
  restingBytes: number;
};

/** In kbit a second; the heavy one is there once it is published. */
const cameras = { bench: 512, heavy: 2_000 } as const;
type Camera = keyof typeof cameras;

export type FanOutHall = {
  ways: readonly Way[];
  register: ViewRegister;
  /** The one whose viewers are given each picture at once. */
  gateway: { port: number; pid: number };
  /** From now on the heavy camera is there too. */
  publishHeavy(): Promise<void>;
  close(): Promise<void>;
};

type Gateway = { name: string; port: number; pid: number; ingestPort: number };

const settleMs = 4_000;
const loadProgram = join(import.meta.dirname, 'load', 'main.ts');
/** A process for each, so that the memory of one way is not the other's. */
const ourWays = {
  'fmp4-websocket': { VIDEO_CROWD_FROM: '100000' },
  'fmp4-websocket-batched': { VIDEO_CROWD_FROM: '0' },
  // As it is installed: the first two hundred each picture at once, who comes then five times a second.
  'fmp4-websocket-mixed': {},
  'll-hls': {},
} as const;

export async function openFanOutHall(): Promise<FanOutHall> {
  const folder = mkdtempSync(join(tmpdir(), 'fan-out-'));
  // Before anything runs: making them holds this process up, and the register lives in it.
  for (const [camera, kbitPerSecond] of Object.entries(cameras)) {
    makeClip(join(folder, `${camera}.flv`), 20, kbitPerSecond);
  }
  const register = await startViewRegister((camera) => `rtmp://ingest/${app}/${camera}`);
  const processes: ChildProcess[] = [];
  const gateways: Gateway[] = [];
  for (const [name, environment] of Object.entries(ourWays)) {
    const ingestPort = await freePort();
    const own = join(folder, name);
    mkdirSync(own);
    const { process, port } = await startGateway({
      ...{ folder: own, registerUrl: register.url, ingestPort, core: 'served', environment },
    });
    processes.push(process);
    gateways.push({ name, port, pid: process.pid!, ingestPort });
  }
  const peers = [
    await startNodeMediaServer(folder, 'served'),
    await startNginxRtmp(folder, 'served'),
    await startMediaMtx(folder, 'served'),
  ].filter((peer) => peer !== null);
  processes.push(...peers.map((peer) => peer.process));
  const ports = [...gateways, ...peers].map((one) =>
    'ingestPort' in one ? one.ingestPort : one.rtmpPort,
  );
  const publish = async (camera: Camera) => {
    const urls = ports.map((port) => `rtmp://127.0.0.1:${port}/${app}/${camera}`);
    processes.unshift(publishClip(join(folder, `${camera}.flv`), urls));
    await sleep(settleMs);
  };
  await publish('bench');
  const mixed = gateways.find(({ name }) => name === 'fmp4-websocket-mixed')!;
  const door = await startTlsDoor(folder, mixed.port);
  processes.push(door.process);
  const ways = [
    ...gateways.map((gateway) => wayThrough(gateway, register)),
    wayOverTls(mixed, door, register),
    ...peers.flatMap((peer) => peer.ways),
  ];
  return {
    ways: ways.map((way) => ({ ...way, restingBytes: usedByAll(way.pids).rssBytes })),
    register,
    gateway: gateways[0]!,
    publishHeavy: () => publish('heavy'),
    close: async () => {
      await Promise.all(processes.map(endProcess));
      register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function wayThrough({ name, port, pid }: Gateway, register: ViewRegister): RestlessWay {
  const tickets = (count: number, camera: Camera = 'bench') =>
    Array.from({ length: count }, () => register.ticket(camera).ticket);
  return {
    name,
    pids: [pid],
    order: async (viewers, camera) => {
      const granted = tickets(viewers, camera as Camera);
      if (name !== 'll-hls') return { kind: 'fmp4-websocket', port, tickets: granted };
      const playlists: string[] = [];
      for (const ticket of granted) playlists.push(await openPlaylist(port, ticket));
      return { kind: 'll-hls', port, playlists };
    },
  };
}

/** The same gateway behind gis-server's door to the network, which speaks TLS. */
function wayOverTls(gateway: Gateway, door: TlsDoor, register: ViewRegister): RestlessWay {
  return {
    name: `${gateway.name}-tls`,
    pids: [gateway.pid, door.process.pid!],
    order: async (viewers, camera: string = 'bench') => ({
      ...{ kind: 'fmp4-websocket', port: door.port, tls: true },
      tickets: Array.from({ length: viewers }, () => register.ticket(camera).ticket),
    }),
  };
}

/** Viewers that only read; `ask` gives their figures since the last asking. */
export async function startLoad(order: LoadOrder): Promise<{
  started: LoadFigures;
  ask(): Promise<LoadFigures>;
  process: ChildProcess;
}> {
  const load = spawnOn('load', [process.execPath, loadProgram], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(load.stdout!)[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the viewers have ended');
    return JSON.parse(value as string) as LoadFigures;
  };
  load.stdin!.write(`${JSON.stringify(order)}\n`);
  const started = await next();
  return {
    started,
    process: load,
    ask: () => {
      load.stdin!.write('figures\n');
      return next();
    },
  };
}

export async function measureFanOut(
  way: Way,
  viewers: number,
  seconds: number,
): Promise<FanOutFigures> {
  const load = await startLoad(await way.order(viewers));
  await sleep(settleMs);
  await load.ask();
  const [before, beganAt] = [usedByAll(way.pids), performance.now()];
  await sleep(seconds * 1000);
  const [after, endedAt] = [usedByAll(way.pids), performance.now()];
  const figures = await load.ask();
  await endProcess(load.process);
  await sleep(1_000);
  return {
    way: way.name,
    viewers,
    corePercent: ((after.cpuMs - before.cpuMs) * 100) / (endedAt - beganAt),
    rssBytes: after.rssBytes,
    restingBytes: way.restingBytes,
    load: { ...figures, startP50Ms: load.started.startP50Ms, startP95Ms: load.started.startP95Ms },
  };
}
