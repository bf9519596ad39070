import { afterEach, beforeEach, expect, it } from 'vitest';
import { decoded, decodeTimes } from '#testing/played.ts';
import type { PlayClient } from '#testing/play-client.ts';
import { SmallHall } from '#testing/small-hall.ts';

let hall: SmallHall;

beforeEach(async () => {
  hall = await SmallHall.open({ environment: { VIDEO_CROWD_FROM: '1' } });
});

afterEach(() => hall.end());

/** How many of the last twenty pictures came right behind another. */
function together({ arrivals }: PlayClient): number {
  const at = arrivals.slice(-20);
  return at.slice(1).filter((ms, i) => ms - at[i]! < 10).length;
}

it('gives each picture at once to the first, and some at a time to the crowd that comes after', async () => {
  const camera = await hall.camera();
  const alone = await hall.look().until(({ binary }) => binary.length > 0);
  const second = await hall.look().until(({ binary }) => binary.length > 30);
  const third = hall.look();
  await third.until(({ binary }) => binary.length > 40);
  for (const viewer of [second, third]) {
    const times = decodeTimes(viewer.binary);
    expect(times.slice(1).map((time, i) => time - times[i]!)).toEqual(
      Array.from({ length: times.length - 1 }, () => 3600),
    );
    expect(decoded(viewer.binary).complaints).toBe('');
  }
  expect(together(second)).toBeGreaterThan(10);
  expect(together(alone)).toBeLessThan(10);
  expect(camera.played).toBe(1);
}, 60_000);

it('goes on in a new epoch after a break, and leaves no pull behind', async () => {
  const camera = await hall.camera();
  const first = await hall.look().until(({ binary }) => binary.length > 0);
  const viewer = await hall.look().until(({ binary }) => binary.length > 10);
  camera.cut();
  await viewer.until((c) => c.said('config')?.epoch === 2 && c.said('state')?.state === 'live');
  viewer.socket.close();
  const closed = await hall.running.gis.saw('view-closed');
  first.socket.close();
  expect(closed.frames).toBeGreaterThan(10);
  await expect.poll(() => camera.playing, { timeout: 30_000 }).toBe(0);
}, 60_000);
