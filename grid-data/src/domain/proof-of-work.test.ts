import { expect, test } from 'vitest';
import { proofText, provesWork } from './proof-of-work.ts';

test.each([
  [[0b0000_0001, 255], 7, true],
  [[0b0000_0001, 255], 8, false],
  [[0, 0b0001_0000], 11, true],
  [[0, 0b0001_0000], 12, false],
  [[255], 0, true],
])('a hash that begins with %j proves %i bits: %s', (bytes, bits, proven) => {
  expect(provesWork(Uint8Array.from(bytes), bits)).toBe(proven);
});

test('each number is another text', () => {
  expect(proofText('a', 12)).not.toBe(proofText('a:1', 2).replace(':1', ''));
  expect(proofText('a', 1)).toBe('a:1');
});
