import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MoveSender } from './move-sender.ts';

let said: string[];
let refused: unknown[];
let refusal: string | null;
let answerMs: number;
let sender: MoveSender;

beforeEach(() => {
  vi.useFakeTimers();
  [said, refused, refusal, answerMs] = [[], [], null, 0];
  let ids = 0;
  sender = new MoveSender({
    move: async (moveId, command) => {
      said.push(`${moveId} ${command}`);
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      if (refusal !== null) throw new Error(refusal);
    },
    stop: async (moveId) => said.push(`${moveId} stop`),
    newId: () => `m${(ids += 1)}`,
    isOver: (error) => (error as Error).message === 'move-over',
    onRefused: (error) => refused.push(error),
  });
});
afterEach(() => vi.useRealTimers());

test('a held key keeps the camera turning, and its release stops it', async () => {
  sender.start('left', 0.5);
  sender.start('left', 0.5); // the key repeats
  await vi.advanceTimersByTimeAsync(1_100);
  sender.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said).toEqual(['m1 left', 'm1 left', 'm1 left', 'm1 stop']);
});

test('a key held through a stop for silence turns the camera on, as a new move', async () => {
  sender.start('left', 0.5);
  await vi.advanceTimersByTimeAsync(400);
  refusal = 'move-over';
  setTimeout(() => (refusal = null), 150);
  await vi.advanceTimersByTimeAsync(1_200);
  expect(said).toEqual(['m1 left', 'm1 left', 'm2 left', 'm2 left']);
  expect(sender.command).toBe('left');
  expect(refused).toEqual([]);
});

test('a press shorter than its first word takes is stopped when that word has arrived', async () => {
  answerMs = 300;
  sender.start('left', 0.5);
  await vi.advanceTimersByTimeAsync(100);
  sender.stop();
  expect(said).toEqual(['m1 left', 'm1 stop']);
  await vi.advanceTimersByTimeAsync(300);
  expect(said).toEqual(['m1 left', 'm1 stop', 'm1 stop']);
});

test('another direction is another move', async () => {
  sender.start('left', 0.5);
  sender.start('up', 0.5);
  expect(said).toEqual(['m1 left', 'm1 stop', 'm2 up']);
  expect(sender.command).toBe('up');
});

test('what is refused is told once and not asked again', async () => {
  refusal = 'held-by-other';
  sender.start('left', 0.5);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(said).toEqual(['m1 left']);
  expect(refused).toHaveLength(1);
  expect(sender.command).toBeNull();
});
