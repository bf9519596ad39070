import { fieldRefusals } from 'grid-data';
import { expect, test } from 'vitest';
import en from '../words/en.json';
import zh from '../words/zh-CN.json';
import { refusalWords, unforeseen } from './refusal-words.ts';

test.each([
  ['Chinese', zh],
  ['English', en],
])('every reason that a phone may meet has words in %s, and no words are left over', (_, words) => {
  const said: Record<string, string> = words.outbox.refused;
  expect(Object.keys(said).sort()).toEqual([...fieldRefusals, 'other'].sort());
  expect(Object.values(said).filter((text) => text.trim() === '')).toEqual([]);
});

test('a reason that nobody foresaw is told as the server said it', () => {
  const refusal = { reason: 'eclipse', message: 'the sun is gone', details: {} };
  expect(refusalWords(refusal)).toBe('outbox.refused.other');
  expect(unforeseen(refusal)).toBe('the sun is gone');
  expect(unforeseen({ ...refusal, reason: 'class-retired' })).toBeNull();
});
