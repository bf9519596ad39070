import { expect, test } from 'vitest';
import { countsRows, figureWords } from './figure-words.ts';

test.each([
  [{ value: null, unit: 'percent' }, '—'],
  [{ value: 0, unit: 'percent' }, '0.00%'],
  [{ value: 33.33, unit: 'percent' }, '33.33%'],
  [{ value: 0, unit: 'count' }, '0'],
  [{ value: 276, unit: 'minutes' }, '276'],
])('%o reads %s', (figure, words) => {
  expect(figureWords(figure)).toBe(words);
});

test('reworks and minutes are not counted in rows', () => {
  const ofCases = { unit: 'percent', rowsAre: 'incident' };
  expect(countsRows({ ...ofCases, key: 'rework-rate' })).toBe(false);
  expect(countsRows({ ...ofCases, key: 'mean-dispose-minutes', unit: 'minutes' })).toBe(false);
  expect(countsRows({ ...ofCases, key: 'close-rate' })).toBe(true);
  const ofCameras = { key: 'camera-online-rate', unit: 'percent', rowsAre: 'camera' };
  expect(countsRows(ofCameras)).toBe(false);
});
