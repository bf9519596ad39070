import { afterEach, beforeEach, expect, it } from 'vitest';
import { decoded, decodeTimes } from '#testing/played.ts';
import { SmallHall } from '#testing/small-hall.ts';

let hall: SmallHall;

beforeEach(async () => {
  hall = await SmallHall.open();
});

afterEach(() => hall.end());

const batched = () => hall.lookWith(hall.running.gis.ticket(), { beside: { batched: true } });

it('gives every picture once, some at a time, to who joins first and to who joins later', async () => {
  const camera = await hall.camera();
  const first = batched();
  const single = hall.look();
  await first.until(({ binary }) => binary.length > 30);
  const second = batched();
  await second.until(({ binary }) => binary.length > 40);
  for (const viewer of [first, second]) {
    const times = decodeTimes(viewer.binary);
    expect(times.slice(1).map((time, i) => time - times[i]!)).toEqual(
      Array.from({ length: times.length - 1 }, () => 3600),
    );
    expect(decoded(viewer.binary).complaints).toBe('');
  }
  const at = first.arrivals.slice(-20);
  const together = at.slice(1).filter((ms, i) => ms - at[i]! < 10).length;
  expect(together).toBeGreaterThan(10);
  expect(single.closeCode).toBeNull();
  expect(camera.played).toBe(1);
}, 60_000);

it('goes on in a new epoch after a break, and leaves no pull behind', async () => {
  const camera = await hall.camera();
  const viewer = await batched().until(({ binary }) => binary.length > 10);
  camera.cut();
  await viewer.until((c) => c.said('config')?.epoch === 2 && c.said('state')?.state === 'live');
  viewer.socket.close();
  const closed = await hall.running.gis.saw('view-closed');
  expect(closed.frames).toBeGreaterThan(10);
  await expect.poll(() => camera.playing, { timeout: 30_000 }).toBe(0);
}, 60_000);
