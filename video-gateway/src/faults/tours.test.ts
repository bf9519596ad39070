/** A wall that goes from sixteen cameras to the next sixteen, again and again: nothing of the last stop is left. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ManyClient } from '#testing/many-client.ts';
import { SmallHall } from '#testing/small-hall.ts';

const tiles = 16;
const stops = 8;
/** Far shorter than any tour's, long enough not to be taken for a flood of messages. */
const dwellMs = 300;

let hall: SmallHall;

beforeEach(async () => {
  hall = await SmallHall.open();
});

afterEach(() => hall.end());

it('a tour of sixteen tiles leaves no pull, no connection and no open row behind', async () => {
  const cameras = await Promise.all(
    Array.from({ length: 2 * tiles }, (_, i) => hall.camera({}, `camera-${i}`)),
  );
  const { gis, gateway, port } = hall.running;
  const page = await ManyClient.connected(port);
  const channelsOf = (stop: number) =>
    Array.from({ length: tiles }, (_, i) => ({
      channel: stop * tiles + i + 1,
      camera: (stop % 2) * tiles + i,
    }));
  for (let stop = 0; stop < stops; stop += 1) {
    for (const { channel, camera } of channelsOf(stop)) {
      page.say({ type: 'open', channel, ticket: gis.ticket({ cameraId: `camera-${camera}` }) });
    }
    await page.until((it) => channelsOf(stop).every(({ channel }) => it.of(channel).length > 2));
    await sleep(dwellMs);
    for (const { channel } of channelsOf(stop)) page.say({ type: 'close', channel });
    page.frames.length = 0;
  }
  const closed = () => hall.journal('view-closed').length;
  await expect.poll(closed, { timeout: 30_000 }).toBe(stops * tiles);
  expect(hall.journal('view-opening')).toHaveLength(stops * tiles);
  // Ten seconds span several stops, so each camera was pulled once for all of them.
  await expect.poll(() => gateway.relays.relays.length, { timeout: 60_000 }).toBe(0);
  await expect
    .poll(() => cameras.filter(({ playing }) => playing > 0).length, { timeout: 30_000 })
    .toBe(0);
  expect(gateway.desk.count('multiplex-websocket')).toBe(0);
  expect(page.closeCode).toBeNull();
  page.socket.terminate();
}, 120_000);
