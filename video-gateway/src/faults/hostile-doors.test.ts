/** Callers who mean harm, or whose software does: each is answered or let go, and those who look notice nothing. */
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlayClient } from '#testing/play-client.ts';
import { SmallHall } from '#testing/small-hall.ts';

describe('a caller', { timeout: 60_000 }, () => {
  let hall: SmallHall;
  let viewer: PlayClient;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    hall = await SmallHall.open();
    await hall.camera();
    viewer = await hall.look().until(({ binary }) => binary.length > 5);
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await hall.end();
  });

  /** Says these bytes, and gives all that is answered until the door is shut. */
  function call(text: string | Buffer): { socket: Socket; answered: Promise<string> } {
    const socket = connect(hall.running.port, '127.0.0.1');
    sockets.push(socket);
    const answered = new Promise<string>((resolve) => {
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
    });
    socket.write(text);
    return { socket, answered };
  }

  async function playsOn(): Promise<void> {
    const before = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > before + 10);
    expect(viewer.closeCode).toBeNull();
    expect(viewer.messages.filter(({ state }) => state === 'stalled')).toHaveLength(0);
  }

  const upgrade = (path: string, more = '') =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`;

  it.each(['/live/a%20b.flv', '/play%00', '/%', '/play/../x', '//', '/play-many/%zz', '/пл'])(
    'who asks for a WebSocket at %s is refused',
    async (path) => {
      const { answered } = call(Buffer.from(upgrade(path), 'utf8'));
      expect(await answered).toMatch(/^HTTP\/1\.1 4\d\d /);
      await playsOn();
    },
  );

  it.each([
    '/hls/%ff/index.m3u8',
    '/views/%',
    '/hls/..%2f..%2fetc/passwd',
    '/snapshot/%00',
    '/%c0%ae',
  ])('who asks for %s is told that it is no address of ours', async (path) => {
    const { answered } = call(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(await answered).toMatch(/^HTTP\/1\.1 40[04] /);
    await playsOn();
  });

  it('who sends frames that are too long, unmasked or no frames at all is let go', async () => {
    const frames = [
      Buffer.from([0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4]), // four gigabytes announced
      Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]),
      Buffer.alloc(5_000, 0xff),
      Buffer.from([0xf3, 0x80, 1, 2, 3, 4]),
    ];
    for (const frame of frames) {
      const { socket, answered } = call(upgrade('/play'));
      socket.once('data', () => socket.write(frame));
      expect(await answered).toContain('101 Switching Protocols');
    }
    await playsOn();
  });

  it('who comes by the hundred and says a byte a second is let go, and keeps nobody waiting', async () => {
    const head = 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ';
    const slow = Array.from({ length: 200 }, () => call(head));
    const drip = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('a');
    }, 1_000);
    await playsOn();
    expect((await fetch(`http://127.0.0.1:${hall.running.port}/healthz`)).status).toBe(200);
    const answers = await Promise.all(slow.map(({ answered }) => answered));
    clearInterval(drip);
    expect(new Set(answers.map((answer) => answer.slice(0, 12)))).toEqual(
      new Set(['HTTP/1.1 408']),
    );
    await playsOn();
  });

  it('who opens WebSockets by the hundred and says nothing is let go after five seconds', async () => {
    const silent = Array.from({ length: 200 }, () => call(upgrade('/play')));
    await Promise.all(silent.map(({ answered }) => answered));
    await playsOn();
  });
});
