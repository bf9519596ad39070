import { expect, test } from 'vitest';
import { maskReporter } from './reporter.ts';

const masked = (words: object) =>
  maskReporter({ name: null, telephone: null, home: null, wantsCallBack: false, ...words });

test.each([
  ['张三丰', '张**'],
  ['李四', '李*'],
  ['王', '王*'],
  ['Elizabeth', 'E**'],
])('the name %s is shown as %s', (name, shown) => {
  expect(masked({ name }).name).toBe(shown);
});

test.each([
  ['13812345678', '138****5678'],
  ['+86 138 1234 5678', '861****5678'],
  ['0738-1234', '****34'],
  ['5', '****5'],
])('the telephone %s is shown as %s', (telephone, shown) => {
  expect(masked({ telephone }).telephone).toBe(shown);
});

test('a home keeps at most its first two letters, and what was not said stays unsaid', () => {
  expect(masked({ home: '蓝田街道桥南路12号' }).home).toBe('蓝田****');
  expect(masked({ home: '家' }).home).toBe('****');
  expect(masked({})).toEqual({ name: null, telephone: null, home: null, wantsCallBack: false });
});
