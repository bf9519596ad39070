import { describe, expect, it } from 'vitest';
import type { Load } from '#outputs/multiplex/line-load.ts';
import { ServiceLevel, type Verdict } from '#outputs/multiplex/service-level.ts';

const free: Load = { waitingSeconds: 0, isFull: false, stuckMs: 0 };
const behind = (waitingSeconds: number): Load => ({ ...free, waitingSeconds });
const delta = { key: false, inFocus: false };
const key = { key: true, inFocus: false };

/** One group of pictures a second, under a load; the verdicts over its pictures. */
function aSecond(level: ServiceLevel, load: Load, second: number): Verdict[] {
  return Array.from({ length: 10 }, (_, i) =>
    level.judge(i === 0 ? key : delta, load, second * 1000 + i * 100),
  );
}

describe('a channel on a short line', () => {
  it('leaves pictures out up to the next key picture', () => {
    const level = new ServiceLevel();
    expect(level.judge(delta, behind(0.3), 0)).toBe('skip');
    expect(level.judge(delta, free, 40)).toBe('skip');
    expect(level.judge(key, free, 80)).toBe('send');
    expect(level.judge(delta, free, 120)).toBe('send');
  });

  it('gives way later in focus than the others do', () => {
    const [focused, other] = [new ServiceLevel(), new ServiceLevel()];
    expect(focused.judge({ key: false, inFocus: true }, behind(0.5), 0)).toBe('send');
    expect(other.judge(delta, behind(0.5), 0)).toBe('skip');
    expect(focused.judge({ key: false, inFocus: true }, behind(0.8), 40)).toBe('skip');
  });

  it('falls to the smaller stream, then to key pictures, then ends', () => {
    const level = new ServiceLevel();
    const names: string[] = [];
    for (let second = 0; second < 30; second += 1) {
      const verdicts = aSecond(level, behind(1), second);
      if (names.at(-1) !== level.name) names.push(level.name);
      if (verdicts.includes('close')) {
        names.push('closed');
        break;
      }
    }
    expect(names).toEqual(['full', 'sub', 'key-only', 'closed']);
  });

  it('climbs again once the line has been free for long enough, and later after each fall', () => {
    const level = new ServiceLevel();
    const isFull = () => level.name === 'full';
    for (let second = 0; isFull(); second += 1) aSecond(level, behind(1), second);
    let second = 10;
    for (; second < 200 && !isFull(); second += 1) aSecond(level, free, second);
    expect(second).toBeGreaterThan(35);
    expect(second).toBeLessThan(60);
  });
});
