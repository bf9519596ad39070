import { expect, test } from 'vitest';
import { codeIn, codeOf } from './look-code.ts';

test.each([
  [' nOhi5J ', 'nOhi5J'],
  ['a-_9Zz0', 'a-_9Zz0'],
  ['nOhi5', null],
  ['nOhi5%', null],
  ['', null],
])('%j is asked for as %j', (typed, code) => {
  expect(codeIn(typed)).toBe(code);
});

test('what the row shows can be asked for', () => {
  expect(codeIn(codeOf('nOhi5JabcDEFghiJKLmno1'))).toBe('nOhi5J');
});
