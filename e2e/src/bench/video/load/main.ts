/**
 * Viewers that only read, as a process of their own on a core of its own. Told what by one line of JSON, it says
 * a line once every viewer has its picture, and one with figures for each further line that it is sent.
 */
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createInterface } from 'node:readline';
import { answerPings } from './answer-pings.ts';
import { httpGreeting, rtmpGreeting, webSocketGreeting, type Greeting } from './greetings.ts';
import { HlsViewer } from './hls-viewer.ts';

/** `stalls`: once it has its first picture a viewer reads no more. One ticket or one playlist for each viewer, where its kind asks for that. */
export type LoadOrder = { stalls?: boolean } & (
  | { kind: 'fmp4-websocket'; port: number; tickets: string[]; tls?: boolean }
  | { kind: 'll-hls'; port: number; playlists: string[] }
  | { kind: 'http-flv' | 'ws-flv' | 'rtmp'; port: number; count: number; app: string; name: string }
);

export type LoadFigures = {
  viewers: number;
  lost: number;
  megabytes: number;
  /** Between two arrivals at a viewer, over all since the last asking. */
  gapP99Ms: number;
  startP50Ms: number;
  startP95Ms: number;
};

const pictureBytes = 4_096;
/** So many at once are under way to the server. */
const atOnce = 50;
const gapsKept = 200_000;

class Reader {
  bytes = 0;
  startedMs: number | null = null;
  lost = false;
  readonly socket: Socket;
  #lastMs = 0;

  constructor(port: number, greeting: Greeting) {
    const beganAt = performance.now();
    const to = { port, host: '127.0.0.1', noDelay: true };
    const greet = () => greeting(this.socket);
    // The certificate is the bench's own, and not what is measured.
    this.socket = tls
      ? connectTls({ ...to, rejectUnauthorized: false }, greet)
      : connect(to, greet);
    const hearPings = order.kind === 'fmp4-websocket' ? answerPings(this.socket) : () => undefined;
    this.socket.on('data', (chunk) => {
      hearPings(chunk);
      const now = performance.now();
      this.bytes += chunk.length;
      if (this.startedMs === null && this.bytes > pictureBytes) {
        this.startedMs = now - beganAt;
        if (stalls) this.socket.pause();
      }
      if (this.#lastMs > 0 && gaps.length < gapsKept) gaps.push(now - this.#lastMs);
      this.#lastMs = now;
    });
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => (this.lost = true));
  }
}

let gaps: number[] = [];
const readers: Reader[] = [];
const hlsViewers: HlsViewer[] = [];

const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
const order = JSON.parse((await lines.next()).value as string) as LoadOrder;
const stalls = order.stalls === true;
const tls = 'tickets' in order && order.tls === true;
if (order.kind === 'll-hls') {
  for (const playlist of order.playlists) hlsViewers.push(new HlsViewer(order.port, playlist));
  await until(() => hlsViewers.every(({ bytes }) => bytes > pictureBytes));
} else {
  for (const greeting of greetingsOf(order)) {
    readers.push(new Reader(order.port, greeting));
    await until(() => readers.filter(({ startedMs }) => startedMs === null).length < atOnce);
  }
  await until(() => readers.every(({ startedMs }) => startedMs !== null));
}
tell();
for await (const line of lines) if (line !== '') tell();

function greetingsOf(order: Exclude<LoadOrder, { kind: 'll-hls' }>): Greeting[] {
  if ('tickets' in order) {
    // Beyond the TLS stands gis-server's door, with the gateway's behind it.
    const door = tls ? '/video/play' : '/play';
    return order.tickets.map((ticket) => webSocketGreeting(door, JSON.stringify({ ticket })));
  }
  const { kind, app, name, port } = order;
  const one = {
    'http-flv': () => httpGreeting(`/${app}/${name}.flv`),
    'ws-flv': () => webSocketGreeting(`/${app}/${name}.flv`, null),
    rtmp: () => rtmpGreeting(port, app, name),
  }[kind];
  return Array.from({ length: order.count }, one);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('not every viewer got its picture within a minute');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function tell(): void {
  const starts = readers.map(({ startedMs }) => startedMs ?? 0);
  const bytes = [...readers, ...hlsViewers].reduce((sum, one) => sum + one.bytes, 0);
  const figures: LoadFigures = {
    viewers: readers.length + hlsViewers.length,
    lost:
      readers.filter(({ lost }) => lost).length +
      hlsViewers.filter(({ failed }) => failed !== null).length,
    megabytes: bytes / 1e6,
    gapP99Ms: quantile(gaps, 0.99),
    startP50Ms: quantile(starts, 0.5),
    startP95Ms: quantile(starts, 0.95),
  };
  gaps = [];
  console.log(JSON.stringify(figures));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
