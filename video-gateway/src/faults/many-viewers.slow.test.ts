/** A thousand viewers within a second, as when an alarm opens a camera on every screen of a city. */
import { expect, it } from 'vitest';
import { SmallHall } from '#testing/small-hall.ts';

const viewers = 1_000;

it('a thousand viewers who come within a second all see the picture', async () => {
  const hall = await SmallHall.open();
  const camera = await hall.camera();
  await hall.look().until(({ binary }) => binary.length > 5);
  const startedAt = performance.now();
  const all = Array.from({ length: viewers }, (_, index) =>
    hall.look({ userId: `user-${index % 10}` }),
  );
  const saidAt = performance.now() - startedAt;
  const shown = await Promise.all(
    all.map(async (viewer) => {
      await viewer.until(({ binary, closeCode }) => binary.length > 1 || closeCode !== null);
      return { afterMs: performance.now() - startedAt, closeCode: viewer.closeCode };
    }),
  );
  const last = Math.max(...shown.map(({ afterMs }) => afterMs));
  console.log(`asked within ${saidAt.toFixed(0)} ms, the last one saw after ${last.toFixed(0)} ms`);
  expect(shown.filter(({ closeCode }) => closeCode !== null)).toEqual([]);
  expect(last).toBeLessThan(30_000);
  expect(camera.played).toBe(1);
  expect(hall.journal('view-opening')).toHaveLength(viewers + 1);
  await hall.end();
}, 120_000);
