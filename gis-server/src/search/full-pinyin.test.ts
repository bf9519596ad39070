import { expect, test } from 'vitest';
import { initialsOfFullPinyin } from './full-pinyin.ts';
import { pinyinInFull } from './search-grams.ts';

test.each([
  ['liutangjiedao', 'ltjd'],
  ['QING shi qiao', 'qsq'],
  ['qingshiq', 'qsq'],
  ['qingshizh', 'qsz'],
  ['xian', 'xa'],
  ['lvse', 'ls'],
  ['huanchengbeilu', 'hcbl'],
  ['shuangqiang', 'sq'],
])('%s is typed for %s', (typed, initials) => {
  expect(initialsOfFullPinyin(typed)).toContain(initials);
});

test.each(['qs', 'kxqw', '青石', '128', 'ngshi', ''])('%s is no full pinyin', (typed) => {
  expect(initialsOfFullPinyin(typed)).toEqual([]);
});

test('however often it can be read otherwise, few readings are asked for', () => {
  expect(initialsOfFullPinyin('xianxianxianxianxianxianxian').length).toBeLessThanOrEqual(8);
});

test('a name is spelled with the letters of a keyboard', () => {
  expect(pinyinInFull('G207 绿色街')).toBe('g207lvsejie');
});
