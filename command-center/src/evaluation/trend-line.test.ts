import { expect, test } from 'vitest';
import { trendLine } from './trend-line.ts';

test('a month without a score breaks the line', () => {
  expect(trendLine([50, 75, null, 100, null])).toBe('M0.0 50.0h0.5L25.0 25.0M75.0 0.0h0.5');
});

test('no scores are no line', () => {
  expect(trendLine([null, null])).toBe('');
});
