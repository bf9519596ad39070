import { describe, expect, test } from 'vitest';
import { DropGuard } from './drop-guard.ts';

const key = { key: true };
const delta = { key: false };

describe('a tile whose machine is', () => {
  test('fast decodes everything from the first key picture on', () => {
    const guard = new DropGuard();
    expect(guard.judge(delta, 0, 0)).toBe('skip');
    expect(guard.judge(key, 0, 40)).toBe('decode');
    expect(guard.judge(delta, 1, 80)).toBe('decode');
  });

  test('slow skips to the next key picture, and says so once', () => {
    const guard = new DropGuard();
    guard.judge(key, 0, 0);
    const judged = Array.from({ length: 30 }, (_, i) => guard.judge(delta, 12, 40 + i * 40));
    expect(judged.filter((one) => one === 'overrun')).toHaveLength(1);
    expect(judged.at(-1)).toBe('skip');
    expect(guard.judge(key, 0, 2_000)).toBe('decode');
    expect(guard.judge(delta, 1, 2_040)).toBe('decode');
  });

  test('given a whole group at once works it off', () => {
    const guard = new DropGuard();
    guard.judge(key, 0, 0);
    for (let i = 1; i < 60; i += 1) expect(guard.judge(delta, i, i)).toBe('decode');
    expect(guard.judge(delta, 3, 300)).toBe('decode');
    expect(guard.judge(delta, 9, 1_000)).toBe('decode');
  });

  test('never given more than it could hold', () => {
    const guard = new DropGuard();
    guard.judge(key, 0, 0);
    expect(guard.judge(delta, 500, 1)).toBe('overrun');
  });

  test('known to be too slow decodes key pictures alone, and deltas only after one', () => {
    const guard = new DropGuard();
    guard.judge(key, 0, 0);
    guard.keyOnly(true);
    expect(guard.judge(delta, 0, 40)).toBe('skip');
    expect(guard.judge(key, 0, 80)).toBe('decode');
    guard.keyOnly(false);
    expect(guard.judge(delta, 0, 120)).toBe('decode');
    guard.keyOnly(true);
    guard.judge(delta, 0, 160);
    guard.keyOnly(false);
    expect(guard.judge(delta, 0, 200)).toBe('skip');
  });
});
