import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherMs, secondReadingMs, TileRefresh } from './tile-refresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a change is read within a second, and once more for a tile engine that was late', () => {
  const read = vi.fn();
  new TileRefresh(read).ask('incidents', [111, 27]);
  vi.advanceTimersByTime(gatherMs);
  expect(read).toHaveBeenCalledExactlyOnceWith('incidents', [111, 27]);
  vi.advanceTimersByTime(secondReadingMs);
  expect(read).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test('many changes at once read the whole layer once', () => {
  const read = vi.fn();
  const refresh = new TileRefresh(read);
  for (let i = 0; i < 100; i++) refresh.ask('cameras', [111 + i / 1000, 27]);
  vi.advanceTimersByTime(gatherMs);
  expect(read.mock.calls).toEqual([['cameras', null]]);
});

test('a stopped refresh reads nothing', () => {
  const read = vi.fn();
  const refresh = new TileRefresh(read);
  refresh.ask('cameras', null);
  refresh.stop();
  vi.advanceTimersByTime(60_000);
  expect(read).not.toHaveBeenCalled();
});
