import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { checkTexts } from './check-texts.ts';

const plain = parse('{ viewer { name } }');

test('texts of any script pass', () => {
  expect(() =>
    checkTexts(plain, { input: { title: '桥头 𠮷 🚒', list: [1, null, true] } }),
  ).not.toThrow();
});

test.each([
  ['input.title', { input: { title: 'a\u0000b' } }],
  ['kinds.1', { kinds: ['place', '\u0000'] }],
  ['input.address', { input: { address: 'half \ud842 letter' } }],
])('%s is named where it holds no text', (field, variables) => {
  expect(() => checkTexts(plain, variables)).toThrow(`${field} has a character that is no text`);
});

test('texts written into the document are named by their argument', () => {
  const document = parse(String.raw`{ places(within: { areaCode: "\u0000" }) { nodes { id } } }`);
  expect(() => checkTexts(document, {})).toThrow('within has a character');
});

test('variables nested as deep as a body is long are walked without growing the stack', () => {
  const nested = JSON.parse('['.repeat(200_000) + '"\\u0000"' + ']'.repeat(200_000)) as unknown;
  expect(() => checkTexts(plain, { nested })).toThrow('nested');
});
