import { describe, expect, it } from 'vitest';
import { splitAnnexB } from './annex-b.ts';
import { wallTimeSei } from './wall-time-sei.ts';

describe('the SEI of wall time', () => {
  it('never holds bytes that read as a start code', () => {
    for (const unixMs of [0, 256, 0x0100_0000, 1_795_420_800_000, 2 ** 40]) {
      expect(wallTimeSei(unixMs).indexOf(Buffer.from([0, 0, 0]))).toBe(-1);
      expect(wallTimeSei(unixMs).indexOf(Buffer.from([0, 0, 1]))).toBe(-1);
    }
  });

  it('is payload type 5 of 24 bytes and ends with the stop bit', () => {
    const sei = wallTimeSei(1_795_420_812_345);
    expect([...sei.subarray(0, 3)]).toEqual([6, 5, 24]);
    expect(sei.at(-1)).toBe(0x80);
  });
});

describe('a byte stream', () => {
  it('is split at start codes of three and of four bytes', () => {
    const stream = Buffer.from([0, 0, 0, 1, 0x67, 9, 0, 0, 1, 0x68, 8, 7, 0, 0, 0, 1, 0x65, 1]);
    expect(splitAnnexB(stream).map((unit) => [...unit])).toEqual([
      [0x67, 9],
      [0x68, 8, 7],
      [0x65, 1],
    ]);
  });
});
