import { expect, test } from 'vitest';
import { itemsText, readItems } from './check-items-text.ts';

test('what is written as lines is read as it was', () => {
  const items = [
    { code: 'road', nameZh: '路面完好', nameEn: 'Road whole', classCode: 'E0110' },
    { code: 'covers', nameZh: '井盖齐全', nameEn: null, classCode: null },
  ];
  expect(readItems(itemsText(items))).toEqual(items);
});

test('empty lines, full-width bars and missing parts are taken as they come', () => {
  expect(readItems('\n a ｜ 甲 \n\nb')).toEqual([
    { code: 'a', nameZh: '甲', nameEn: null, classCode: null },
    { code: 'b', nameZh: '', nameEn: null, classCode: null },
  ]);
});
