import { expect, it } from 'vitest';
import { StallWatch } from '#relay/stall-watch.ts';

function watched(periodMs: number, count: number): StallWatch {
  const watch = new StallWatch(0);
  for (let i = 0; i < count; i += 1) watch.saw({ dts: i }, i * periodMs);
  return watch;
}

it('gives a new pull fifteen seconds for its first picture', () => {
  expect(new StallWatch(0).isStalled(15_000)).toBe(false);
  expect(new StallWatch(0).isStalled(15_001)).toBe(true);
});

it('gives a lively camera three seconds, a slow one three times its pace', () => {
  expect(watched(40, 50).patienceMs()).toBe(3_000);
  expect(watched(5_000, 5).patienceMs()).toBe(15_000);
});

it('is not deceived by a camera that repeats the same instant', () => {
  const watch = watched(40, 50);
  for (let at = 2_000; at < 6_000; at += 40) watch.saw({ dts: 49 }, at);
  expect(watch.isStalled(6_000)).toBe(true);
});
