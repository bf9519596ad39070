import { expect, test } from 'vitest';
import { findClasses } from './find-classes.ts';

const classes = [
  { code: 'E0102', nameZh: '暴露垃圾', nameEn: 'Exposed rubbish', initials: 'bllj' },
  { code: 'E0103', nameZh: '积存垃圾', nameEn: 'Old rubbish', initials: 'jclj' },
  { code: '0101', nameZh: '上水井盖', nameEn: 'Water manhole', initials: 'ssjg' },
  { code: 'E0900', nameZh: '其他', nameEn: 'Sundries', initials: 'qt' },
];
const found = (typed: string) => findClasses(classes, typed).map(({ code }) => code);

test('a class is found by its name in both languages and by its code', () => {
  expect(found('垃圾')).toEqual(['E0102', 'E0103']);
  expect(found('old')).toEqual(['E0103']);
  expect(found('e01')).toEqual(['E0102', 'E0103']);
  expect(found(' ')).toEqual([]);
});

test('a class is found by its pinyin initials, also in capitals and in full width', () => {
  expect(found('jclj')).toEqual(['E0103']);
  expect(found('SSJ')).toEqual(['0101']);
  expect(found('ｑｔ')).toEqual(['E0900']);
  expect(found('jg')).toEqual(['0101']);
});

test('what begins so comes before what only has it in it', () => {
  const two = [
    { code: '1', nameZh: '甲', nameEn: 'a', initials: 'xab' },
    { code: '2', nameZh: '乙', nameEn: 'b', initials: 'abx' },
    { code: '3', nameZh: '丙', nameEn: 'abc', initials: 'q' },
  ];
  expect(findClasses(two, 'ab').map(({ code }) => code)).toEqual(['3', '2', '1']);
});

test('what an older app kept is found by its names', () => {
  expect(findClasses([{ code: '1', nameZh: '甲', nameEn: 'a' }], '甲')).toHaveLength(1);
});
