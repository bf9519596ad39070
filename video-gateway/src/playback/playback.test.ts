/** Recordings of the city simulator, which shares no code with the gateway, played as a page plays them. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PlayClient } from '#testing/play-client.ts';
import { PlaybackClient } from '#testing/playback-client.ts';
import { runRecordedCity, type RecordedCity } from '#testing/recorded-city.ts';
import type { RunningGateway } from '#testing/running-gateway.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** 03:00 in Beijing, three days ago: the recorder checks its disks for ten minutes. */
const upkeepMs = Math.floor(Date.now() / dayMs) * dayMs - 3 * dayMs + 19 * hourMs;
const tenMinutesMs = 600_000;

describe('recordings', { timeout: 60_000 }, () => {
  let city: RecordedCity;
  let running: RunningGateway;
  const clients: { socket: { terminate(): void } }[] = [];

  beforeAll(async () => {
    city = await runRecordedCity();
    ({ running } = city);
    running.gis.sources.set('own', { kind: 'direct', url: 'rtsp://127.0.0.1:9/x' });
  }, 60_000);
  afterEach(() => {
    for (const { socket } of clients.splice(0)) socket.terminate();
  });
  afterAll(() => city.stop(), 30_000);

  const permit = (fromMs: number, toMs: number) => ({
    recording: { requestId: randomUUID(), fromMs, toMs },
  });

  async function look(fromMs: number, toMs: number, change = {}): Promise<PlaybackClient> {
    const ticket = running.gis.ticket({ ...permit(fromMs, toMs), ...change });
    const client = new PlaybackClient(running.port, ticket);
    clients.push(client);
    return client.until(({ messages }) => messages.length > 0);
  }

  /** What was recorded before the gap, the gap, and what comes behind it. */
  const overTheGap = [upkeepMs - 60_000, upkeepMs + tenMinutesMs + 60_000] as const;

  it('are listed with their gaps, inside the granted window', async () => {
    const client = await look(...overTheGap);
    expect(client.said('opened')).toMatchObject({
      recordings: [
        { fromMs: overTheGap[0], toMs: upkeepMs },
        { fromMs: upkeepMs + tenMinutesMs, toMs: overTheGap[1] },
      ],
      speeds: [0.25, 0.5, 1, 2, 4, 8],
    });
  });

  it('play from where the viewer says, each picture at its own time', async () => {
    const client = await look(...overTheGap);
    client.play(overTheGap[0] + 20_000);
    await client.until(({ times }) => times.some((time) => time > 21_000));
    const { times } = client;
    // The recorder begins with the key picture before.
    expect(times[0]).toBeGreaterThan(15_000);
    expect(times[0]).toBeLessThanOrEqual(20_000);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('play on elsewhere at once when the viewer says so, and show nothing of before', async () => {
    const client = await look(...overTheGap);
    client.play(overTheGap[0]);
    await client.until(({ times }) => times.length > 5);
    client.play(overTheGap[0] + 40_000);
    await client.until(({ times }) => times.length > 5);
    expect(client.times.every((time) => time > 35_000)).toBe(true);
  });

  it.each([0.25, 4, 8])('play at speed %s on the same time line', async (speed) => {
    const client = await look(...overTheGap);
    const before = performance.now();
    client.play(overTheGap[0], speed);
    const recordedMs = 4_000 * speed;
    await client.until(({ times }) => times.some((time) => time >= recordedMs));
    const tookMs = performance.now() - before;
    // A quarter of the speed must not come at full speed, nor eight times at single speed.
    expect(tookMs).toBeGreaterThan(1_500);
    if (speed > 1) expect(tookMs).toBeLessThan(recordedMs * 0.8);
  });

  it('stop being pulled while they are paused, and go on', async () => {
    const client = await look(...overTheGap);
    client.play(overTheGap[0]);
    await client.until(({ times }) => times.length > 5);
    client.pause();
    await client.until(() => client.said('paused') !== undefined);
    expect(running.videoSide.pulls.lines()[0]).toMatchObject({ inUse: 0 });
    client.play(overTheGap[0] + 5_000);
    await client.until(({ times }) => times.length > 5);
  });

  it('say where a gap begins and where it ends, played into or asked for', async () => {
    const client = await look(...overTheGap);
    client.play(upkeepMs - 3_000, 8);
    await client.until(() => client.said('gap') !== undefined);
    expect(client.said('gap')).toMatchObject({ nextMs: upkeepMs + tenMinutesMs });
    client.play(upkeepMs + 60_000);
    await client.until(() => client.said('gap') !== undefined);
    expect(client.said('gap')).toMatchObject({ atMs: upkeepMs + 60_000 });
  });

  it('show nothing outside the window: asked for earlier they begin with it, and end with it', async () => {
    const fromMs = overTheGap[0] + 30_500;
    const client = await look(fromMs, fromMs + 6_000);
    client.play(fromMs - hourMs);
    await client.until(() => client.said('gap') !== undefined);
    expect(client.said('gap')).toMatchObject({ nextMs: null });
    expect(Math.min(...client.times)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...client.times)).toBeLessThan(6_000);
    expect(client.times.length).toBeGreaterThan(45);
  });

  it('end within a second of their revocation, with their row closed', async () => {
    const viewId = randomUUID();
    const client = await look(...overTheGap, { viewId });
    client.play(overTheGap[0]);
    await client.until(({ times }) => times.length > 5);
    running.gis.revoke([viewId], 'view-request-ended');
    await client.until(() => client.said('closed') !== undefined);
    expect(client.said('closed')?.reason).toBe('view-request-ended');
    const closed = await running.gis.saw('view-closed', (row) => row.viewId === viewId);
    expect(closed).toMatchObject({ reason: 'view-request-ended' });
    expect(closed.frames).toBeGreaterThan(5);
  });

  it('are opened by their own tickets alone, once, and a ticket for them opens nothing live', async () => {
    const live = new PlaybackClient(running.port, running.gis.ticket());
    clients.push(live);
    await live.until(() => live.said('closed') !== undefined);
    expect(live.said('closed')?.reason).toBe('ticket-for-live');
    const ticket = running.gis.ticket(permit(...overTheGap));
    const wrong = PlayClient.withTicket(running.port, ticket);
    clients.push(wrong);
    await wrong.until(() => wrong.said('closed') !== undefined);
    expect(wrong.said('closed')?.reason).toBe('ticket-for-recordings');
    const again = new PlaybackClient(running.port, ticket);
    clients.push(again);
    await again.until(() => again.said('closed') !== undefined);
    expect(again.said('closed')?.reason).toBe('ticket-used');
  });

  it('of a camera that nobody records are refused in words', async () => {
    const client = await look(...overTheGap, { cameraId: 'own' });
    expect(client.said('closed')?.reason).toBe('recordings-not-kept');
  });

  it('refuse a speed that the platform has not, and end with who says what is no word', async () => {
    const client = await look(...overTheGap);
    client.play(overTheGap[0], 3);
    await client.until(() => client.said('failed') !== undefined);
    expect(client.said('failed')?.reason).toBe('speed-unsupported');
    client.socket.send('{"type":"rewind"}');
    await client.until(() => client.said('closed') !== undefined);
    expect(client.said('closed')?.reason).toBe('words-misshapen');
  });

  it('decode without a fault by an outside player', async () => {
    const client = await look(...overTheGap);
    client.play(overTheGap[0] + 10_000);
    await client.until(({ times }) => times.length > 45);
    const file = join(running.folder, 'recorded.mp4');
    writeFileSync(file, Buffer.concat(client.bytes));
    const faults = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(faults).toBe('');
  });
});
