/** One camera to many viewers: what a server spends on it on one core, ours and its peers by turns. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadFigures, LoadOrder } from './load/main.ts';
import {
  endProcess,
  freePort,
  makeClip,
  publishClip,
  spawnOn,
  startGateway,
} from './media-processes.ts';
import { startMediaMtx, startNginxRtmp, startNodeMediaServer, type Peer } from './peers.ts';
import { usedBy } from './process-figures.ts';
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
export type Way = {
  name: string;
  pid: number;
  /** Before the first viewer ever came. */
  restingBytes: number;
  /** Of a camera of 512 kbit a second, or of one of 2 Mbit once that is published. */
  order(viewers: number, camera?: Camera): Promise<LoadOrder>;
};

type RestlessWay = Omit<Way, 'restingBytes'>;

export type Camera = 'bench' | 'heavy';

export type FanOutHall = {
  ways: readonly Way[];
  register: ViewRegister;
  gateway: { port: number; pid: number };
  /** From now on the heavy camera is there too. */
  publishHeavy(): Promise<void>;
  close(): Promise<void>;
};

const app = 'live';
const settleMs = 4_000;
const loadProgram = join(import.meta.dirname, 'load', 'main.ts');

export async function openFanOutHall(): Promise<FanOutHall> {
  const folder = mkdtempSync(join(tmpdir(), 'fan-out-'));
  const ingestPort = await freePort();
  const register = await startViewRegister((camera) => `rtmp://ingest/${app}/${camera}`);
  const gateway = await startGateway({
    folder,
    registerUrl: register.url,
    ingestPort,
    core: 'served',
  });
  const peers = [
    await startNodeMediaServer(folder, 'served'),
    await startNginxRtmp(folder, 'served'),
    await startMediaMtx(folder, 'served'),
  ].filter((peer) => peer !== null);
  const ports = [ingestPort, ...peers.map(({ rtmpPort }) => rtmpPort)];
  const publishers: ChildProcess[] = [];
  const publish = async (camera: Camera, kbitPerSecond: number) => {
    const clip = join(folder, `${camera}.flv`);
    makeClip(clip, 20, kbitPerSecond);
    const urls = ports.map((port) => `rtmp://127.0.0.1:${port}/${app}/${camera}`);
    publishers.push(publishClip(clip, urls));
    await sleep(settleMs);
  };
  await publish('bench', 512);
  const ours = { port: gateway.port, pid: gateway.process.pid! };
  return {
    ways: [...ourWays(ours, register), ...peers.flatMap(waysOf)].map((way) => ({
      ...way,
      restingBytes: usedBy(way.pid).rssBytes,
    })),
    register,
    gateway: ours,
    publishHeavy: () => publish('heavy', 2_000),
    close: async () => {
      await Promise.all(publishers.map(endProcess));
      await Promise.all([gateway.process, ...peers.map((peer) => peer.process)].map(endProcess));
      register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ourWays({ port, pid }: FanOutHall['gateway'], register: ViewRegister): RestlessWay[] {
  const tickets = (count: number, camera: Camera = 'bench') =>
    Array.from({ length: count }, () => register.ticket(camera).ticket);
  const kinds = ['fmp4-websocket', 'fmp4-websocket-batched'] as const;
  return [
    ...kinds.map((kind) => ({
      name: kind,
      pid,
      order: async (viewers: number, camera?: Camera) => ({
        ...{ kind, port },
        tickets: tickets(viewers, camera),
      }),
    })),
    {
      name: 'll-hls',
      pid,
      order: async (viewers: number) => {
        const playlists: string[] = [];
        for (const ticket of tickets(viewers)) playlists.push(await openPlaylist(port, ticket));
        return { kind: 'll-hls' as const, port, tickets: playlists };
      },
    },
  ];
}

async function openPlaylist(port: number, ticket: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/views`, {
    method: 'POST',
    body: JSON.stringify({ ticket }),
  });
  const { playlist } = (await answer.json()) as { playlist: string };
  return playlist.replace(/^\/video/, '');
}

function waysOf({ name: peer, process: server, rtmpPort, httpPort }: Peer): RestlessWay[] {
  const way = (kind: 'http-flv' | 'ws-flv' | 'rtmp', port: number): RestlessWay => ({
    name: `${peer} ${kind}`,
    pid: server.pid!,
    order: async (count, name = 'bench') => ({ kind, port, count, app, name }),
  });
  return httpPort === null
    ? [way('rtmp', rtmpPort)]
    : [way('http-flv', httpPort), way('ws-flv', httpPort)];
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
  const [before, beganAt] = [usedBy(way.pid), performance.now()];
  await sleep(seconds * 1000);
  const [after, endedAt] = [usedBy(way.pid), performance.now()];
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
