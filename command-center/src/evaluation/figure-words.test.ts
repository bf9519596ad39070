import { expect, test } from 'vitest';
import { countsCases, figureWords } from './figure-words.ts';

test.each([
  [{ value: null, unit: 'percent' }, '—'],
  [{ value: 0, unit: 'percent' }, '0.00%'],
  [{ value: 33.33, unit: 'percent' }, '33.33%'],
  [{ value: 0, unit: 'count' }, '0'],
  [{ value: 276, unit: 'minutes' }, '276'],
])('%o reads %s', (figure, words) => {
  expect(figureWords(figure)).toBe(words);
});

test('reworks and minutes are not counted in cases', () => {
  expect(countsCases({ key: 'rework-rate', unit: 'percent' })).toBe(false);
  expect(countsCases({ key: 'mean-dispose-minutes', unit: 'minutes' })).toBe(false);
  expect(countsCases({ key: 'close-rate', unit: 'percent' })).toBe(true);
});
