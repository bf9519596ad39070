/** How long after their rights have gone the last of many running views is shown nothing more, by each transport. */
import { WebSocket } from 'ws';
import { benchCaller } from './bench-caller.ts';
import { promiseRow, type BenchRow } from '../bench-row.ts';
import type { FanOutHall } from './fan-out.ts';
import { openPlaylist } from './gateway-views.ts';
import { HlsViewer } from './load/hls-viewer.ts';

/** Running views: revoked together, each ends in its own moment. */
type Running = { viewIds: string[]; ends: Promise<void>[]; close(): void };

const revokedViewers = 100;
const tilesOfPage = 50;
const promisedMs = 1_000;

export async function revocationRows(hall: FanOutHall): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [transport, look] of Object.entries({
    'fmp4-websocket': lookByFmp4,
    'multiplex-websocket': lookByTiles,
    'll-hls': lookByHls,
  })) {
    const { viewIds, ends, close } = await look(hall);
    const revokedAt = performance.now();
    hall.register.revoke(viewIds);
    await Promise.all(ends);
    const last = performance.now() - revokedAt;
    close();
    const name = `${revokedViewers} running views revoked, ${transport}, the last ended`;
    rows.push(promiseRow(name, [last, promisedMs], 'ms'));
  }
  return rows;
}

async function lookByFmp4({ register, gateway }: FanOutHall): Promise<Running> {
  const running: Running = { viewIds: [], ends: [], close: () => undefined };
  for (let i = 0; i < revokedViewers; i += 1) {
    const { viewId, ticket } = register.ticket('bench');
    const socket = new WebSocket(`ws://127.0.0.1:${gateway.port}/play`, { headers: benchCaller });
    socket.on('open', () => socket.send(JSON.stringify({ ticket })));
    running.viewIds.push(viewId);
    await new Promise<void>((resolve) => {
      socket.on('message', (_data, isBinary) => isBinary && resolve());
    });
    running.ends.push(new Promise((resolve) => socket.on('close', () => resolve())));
  }
  return running;
}

async function lookByTiles({ register, gateway }: FanOutHall): Promise<Running> {
  const pages: WebSocket[] = [];
  const running: Running = {
    ...{ viewIds: [], ends: [] },
    close: () => pages.forEach((page) => page.terminate()),
  };
  for (let i = 0; i < revokedViewers / tilesOfPage; i += 1) {
    const page = new WebSocket(`ws://127.0.0.1:${gateway.port}/play-many`, {
      headers: benchCaller,
    });
    pages.push(page);
    await new Promise((resolve) => page.once('open', resolve));
    for (let channel = 0; channel < tilesOfPage; channel += 1) {
      const { viewId, ticket } = register.ticket('bench');
      running.viewIds.push(viewId);
      const said = (type: string) => untilSaid(page, { type, channel });
      const opened = said('opened');
      running.ends.push(said('closed'));
      page.send(JSON.stringify({ type: 'open', channel, ticket }));
      await opened;
    }
  }
  return running;
}

function untilSaid(page: WebSocket, awaited: { type: string; channel: number }): Promise<void> {
  return new Promise((resolve) => {
    const hear = (data: Buffer, isBinary: boolean) => {
      if (isBinary) return;
      const told = JSON.parse(String(data)) as typeof awaited;
      if (told.type !== awaited.type || told.channel !== awaited.channel) return;
      page.off('message', hear);
      resolve();
    };
    page.setMaxListeners(0).on('message', hear);
  });
}

async function lookByHls({ register, gateway }: FanOutHall): Promise<Running> {
  const viewers: HlsViewer[] = [];
  const running: Running = {
    ...{ viewIds: [], ends: [] },
    close: () => viewers.forEach((viewer) => viewer.close()),
  };
  for (let i = 0; i < revokedViewers; i += 1) {
    const { viewId, ticket } = register.ticket('bench');
    const playlist = await openPlaylist(gateway.port, ticket);
    running.viewIds.push(viewId);
    running.ends.push(
      new Promise((resolve) => {
        viewers.push(new HlsViewer(gateway.port, playlist, { onFailed: resolve }));
      }),
    );
  }
  const deadline = Date.now() + 30_000;
  while (!viewers.every(({ bytes }) => bytes > 4_096)) {
    if (Date.now() > deadline) throw new Error('not every HLS viewer got its picture');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return running;
}
