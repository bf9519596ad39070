/** Viewers who do not read, read too little, or come all at once. */
import { connect, createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { padded } from '#testing/camera/padded-clip.ts';
import { decoded, keyFlags } from '#testing/played.ts';
import type { PlayClient } from '#testing/play-client.ts';
import { SmallHall } from '#testing/small-hall.ts';

describe('viewers', { timeout: 120_000 }, () => {
  let hall: SmallHall;

  beforeEach(async () => {
    hall = await SmallHall.open();
  });

  afterEach(() => hall.end());

  async function playsOn(viewer: PlayClient, pictures = 20): Promise<void> {
    const before = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > before + pictures);
  }

  it('who read nothing are let go; who read sees every picture, and the memory stays as it was', async () => {
    await hall.camera({ payloadsOf: padded(40_000), periodMs: 20 });
    const reading = hall.look();
    await playsOn(reading);
    const stalled = await Promise.all(
      Array.from({ length: 10 }, () => hall.look().until(({ binary }) => binary.length > 0)),
    );
    for (const { socket } of stalled) socket.pause();
    const before = process.memoryUsage().rss;
    const ended = () =>
      hall.journal('view-closed').filter(({ reason }) => reason === 'viewer-too-slow').length;
    await expect.poll(ended, { timeout: 100_000 }).toBe(10);
    // What each may leave waiting in our memory is bounded: two megabytes a second for ten of them would be 200.
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
    expect(reading.closeCode).toBeNull();
    const numbers = reading.binary
      .filter((bytes) => bytes.toString('latin1', 4, 8) === 'moof')
      .map((bytes) => bytes.readUInt32BE(bytes.indexOf('mfhd') + 8));
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index));
  });

  it('whose line carries a third of the picture get whole groups that decode, and miss the rest', async () => {
    const payloadsOf = padded(20_000);
    await hall.camera({ payloadsOf, periodMs: 20, keyEvery: 10 });
    const line = await hall.line(hall.running.port);
    line.throttle(350_000);
    const slow = hall.lookWith(hall.running.gis.ticket(), { port: line.port });
    const reading = hall.look();
    await slow.until(({ binary, closeCode }) => binary.length > 150 || closeCode !== null);
    expect(slow.closeCode).toBeNull();
    await playsOn(reading, 1);
    expect(decoded(slow.binary.slice(0, 150)).complaints).toBe('');
    expect(slow.binary.length).toBeLessThan(reading.binary.length * 0.8);
  });

  it('behind a proxy that takes all at once leave no minutes of picture in it when they read nothing', async () => {
    await hall.camera({ payloadsOf: padded(20_000), periodMs: 20 });
    const { greedy, taken, close } = await greedyProxy(hall.running.port);
    const stalled = hall.lookWith(hall.running.gis.ticket(), { port: greedy });
    await playsOn(stalled);
    stalled.socket.pause();
    const before = taken();
    await expect
      .poll(() => hall.journal('view-closed').at(-1)?.reason, { timeout: 60_000 })
      .toBe('viewer-too-slow');
    // A megabyte a second for the two until it is noticed, and the ten that it is borne.
    expect(taken() - before).toBeLessThan(4 * 2 ** 20);
    close();
  });

  it('who come by the hundred within a second all see the picture, and the camera is pulled once', async () => {
    const camera = await hall.camera();
    await playsOn(hall.look(), 5);
    const viewers = Array.from({ length: 200 }, () => hall.look());
    await Promise.all(viewers.map((viewer) => viewer.until(({ binary }) => binary.length > 1)));
    for (const viewer of viewers) expect(keyFlags(viewer.binary)[0]).toBe(true);
    expect(camera.played).toBe(1);
    const opened = hall.journal('view-opening').map(({ viewId }) => viewId);
    expect(new Set(opened).size).toBe(201);
  });

  it('who leave before anything was shown leave no pull behind', async () => {
    const camera = await hall.camera();
    const ended = Array.from({ length: 50 }, async () => {
      const viewer = hall.look();
      viewer.socket.once('open', () => viewer.socket.close());
      await viewer.until(({ closeCode }) => closeCode !== null);
    });
    await Promise.all(ended);
    await expect.poll(() => hall.journal('view-closed').length, { timeout: 30_000 }).toBe(50);
    const pulls = () => hall.running.gateway.relays.relays.length;
    await expect.poll(pulls, { timeout: 30_000 }).toBe(0);
    expect(camera.playing).toBe(0);
  });

  it('who join at the end of a group of pictures are given all of it at once', async () => {
    await hall.camera({ keyEvery: 50 });
    const first = await hall.look().until(({ binary }) => binary.length > 47);
    const joining = await hall.look().until(({ binary }) => binary.length > 1);
    const given = keyFlags(joining.binary);
    expect(given[0]).toBe(true);
    await joining.until(({ binary }) => binary.length > 40);
    expect(decoded(joining.binary).complaints).toBe('');
    expect(first.closeCode).toBeNull();
  });
});

/** Its caller's slowness is nobody's concern but its own: it keeps what it is given. */
async function greedyProxy(port: number) {
  let taken = 0;
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port });
    far.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      near.write(chunk);
    });
    near.on('data', (chunk) => far.write(chunk));
    for (const socket of [near, far]) {
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].forEach((each) => each.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const greedy = (server.address() as AddressInfo).port;
  return { greedy, taken: () => taken, close: () => server.close() };
}
