import { expect, test } from 'vitest';
import { SoundQueue } from './sound-queue.ts';

test('pieces join without a gap', () => {
  const queue = new SoundQueue();
  const first = queue.place(10, 0.02);
  expect(first.at).toBeGreaterThan(10);
  expect(queue.place(10.02, 0.02).at).toBeCloseTo(first.at + 0.02);
});

test('after a gap a cushion is held back anew', () => {
  const queue = new SoundQueue();
  queue.place(10, 0.02);
  expect(queue.place(20, 0.02).at).toBeCloseTo(20.12);
});

test('what piles up is left out, so that sound stays with its picture', () => {
  const queue = new SoundQueue();
  const placed = Array.from({ length: 100 }, () => queue.place(10, 0.02));
  expect(placed.filter(({ dropped }) => dropped).length).toBeGreaterThan(70);
  expect(Math.max(...placed.map(({ at }) => at))).toBeLessThan(10.6);
});
