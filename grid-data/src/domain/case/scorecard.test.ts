import { describe, expect, it } from 'vitest';
import { ordinaryCaseSettings } from './case-settings.ts';
import { gradeOf, ranksOf, scoreOf, scoreText } from './scorecard.ts';

const figure = (key: string, value: number | null) => ({
  key,
  value,
  version: 1,
  numerator: 0,
  denominator: 0,
});

describe('a score', () => {
  const all = [
    figure('in-time-dispose-rate', 80),
    figure('in-time-close-rate', 60),
    figure('dispose-rate', 90),
    figure('rework-rate', 10),
  ];

  it('weighs the rates, and what is missing to 100 where less is better', () => {
    // (80 × 40 + 60 × 30 + 90 × 20 + 90 × 10) ÷ 100
    expect(scoreOf(all, ordinaryCaseSettings)).toBe(77);
  });

  it('leaves out what has no cases, and is none where nothing has', () => {
    const half = [figure('in-time-dispose-rate', null), figure('in-time-close-rate', 60)];
    expect(scoreOf(half, ordinaryCaseSettings)).toBe(60);
    expect(scoreOf([figure('dispose-rate', null)], ordinaryCaseSettings)).toBeNull();
  });

  it('does not fall below nothing for more reworks than disposals', () => {
    expect(scoreOf([figure('rework-rate', 250)], ordinaryCaseSettings)).toBe(0);
  });

  it.each([
    [90, 'A'],
    [89.99, 'B'],
    [60, 'D'],
    [12, 'E'],
    [null, null],
  ])('of %s is %s', (score, grade) => {
    expect(gradeOf(score, ordinaryCaseSettings)).toBe(grade);
  });

  it('says its weights', () => {
    expect(scoreText(ordinaryCaseSettings, 'zh')).toContain('按期处置率 × 40');
    expect(scoreText(ordinaryCaseSettings, 'en')).toContain('(100 − Rework rate) × 10');
  });

  it('shares a rank with its equals, and has none without cases', () => {
    expect(ranksOf([80, 90, null, 90, 70])).toEqual([3, 1, null, 1, 4]);
  });
});
