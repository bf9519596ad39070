import { expect, test } from 'vitest';
import { decodeG711 } from './g711.ts';

const decoded = (codec: 'alaw' | 'ulaw', ...bytes: number[]) =>
  [...decodeG711(codec, new Uint8Array(bytes))].map((sample) => Math.round(sample * 32_768) + 0);

test('A-law gives the values of the standard’s tables', () => {
  expect(decoded('alaw', 0xd5, 0x55, 0xaa, 0x2a, 0x80)).toEqual([8, -8, 32_256, -32_256, 5_504]);
});

test('µ-law gives the values of the standard’s tables', () => {
  expect(decoded('ulaw', 0xff, 0x7f, 0x80, 0x00)).toEqual([0, 0, 32_124, -32_124]);
});
