/** One look, opened and closed again, by each of the doors in its turn. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { benchCaller } from '../bench/video/bench-caller.ts';

type Door = (port: number, ticket: string) => Promise<void>;

const deadlineMs = 30_000;
const pictures = 3;
const headers = benchCaller;
const socketOptions = { perMessageDeflate: false, headers };

const doors: readonly Door[] = [
  overFmp4,
  // Together with the one before: the second of a crowd of two.
  overFmp4,
  (port, ticket) =>
    overWebSocket(`ws://127.0.0.1:${port}/play-many`, { type: 'open', channel: 1, ticket }),
  overHls,
  leftAtOnce,
];

export function lookOnce(port: number, ticket: string, turn: number): Promise<void> {
  return doors[turn % doors.length]!(port, ticket);
}

function overFmp4(port: number, ticket: string): Promise<void> {
  return overWebSocket(`ws://127.0.0.1:${port}/play`, { ticket });
}

function overWebSocket(url: string, said: object): Promise<void> {
  const socket = new WebSocket(url, socketOptions);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('no picture within 30 s'), deadlineMs);
    const fail = (message: string) => {
      clearTimeout(timer);
      socket.terminate();
      reject(new Error(message));
    };
    let seen = 0;
    socket.on('open', () => socket.send(JSON.stringify(said)));
    socket.on('error', (error) => fail(error.message));
    socket.on('message', (_data, isBinary) => {
      seen += isBinary ? 1 : 0;
      if (seen === pictures) socket.close();
    });
    socket.on('close', (code) => {
      if (seen < pictures) return fail(`closed with ${code} before its pictures`);
      clearTimeout(timer);
      resolve();
    });
  });
}

async function overHls(port: number, ticket: string): Promise<void> {
  const base = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${base}/views`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ticket }),
  });
  if (answer.status !== 201) throw new Error(`/views answered ${answer.status}`);
  const { viewId, playlist } = (await answer.json()) as { viewId: string; playlist: string };
  await playlistAt(base + playlist.replace(/^\/video/, ''));
  await fetch(`${base}/views/${viewId}`, { method: 'DELETE', headers });
}

/** Asked for again while the camera gives no picture yet, as players do. */
async function playlistAt(url: string): Promise<void> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (answer.ok && text.startsWith('#EXTM3U')) return;
    if (answer.status !== 503 || Date.now() > until) {
      throw new Error(`the playlist answered ${answer.status}`);
    }
    await sleep(500);
  }
}

/** As who clicks past a camera: gone before anything was shown. */
async function leftAtOnce(port: number, ticket: string): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/play`, socketOptions);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      socket.send(JSON.stringify({ ticket }));
      socket.close();
    });
    socket.on('close', () => resolve());
  });
}
