import { expect, test } from 'vitest';
import { pinyinInitials, queryGrams, searchGrams } from './search-grams.ts';

const found = (texts: string[], typed: string) => {
  const grams = new Set(searchGrams(texts));
  return queryGrams(typed).every((gram) => grams.has(gram));
};

test.each(['柳塘', '塘街', 'lt', 'LTJD', '１２８', '128号', '柳'])(
  'a door plate is found by %s',
  (typed) => {
    expect(found(['柳塘街道 交通路128号'], typed)).toBe(true);
  },
);

test.each(['田蓝', 'xx', '129'])('and not by %s', (typed) => {
  expect(found(['柳塘街道 交通路128号'], typed)).toBe(false);
});

test('initials keep letters and digits that stand between Chinese', () => {
  expect(pinyinInitials('G207国道')).toBe('g207gd');
});

test('marks that mean something to SQL are only letters left out', () => {
  expect(queryGrams("%_'\\")).toEqual([]);
});
