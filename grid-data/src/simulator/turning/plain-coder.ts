/**
 * H.264 of the plainest kind (ISO 14496-10, baseline): each block that has changed is sent as its points (I_PCM), all
 * others are skipped. It costs the line more than any other coder and the machine next to nothing, and runs where no
 * encoder is installed.
 */
import { BitWriter } from './bit-writer.ts';
import { blockSize, pictureSize, planes, type RawPicture } from './raw-picture.ts';

const across = pictureSize.width / blockSize;
const down = pictureSize.height / blockSize;
const frameNumberBits = 8;
const level30 = 30;
const header = { sps: 0x67, pps: 0x68, keySlice: 0x65, slice: 0x41 } as const;
/** In a P slice the types of blocks coded by themselves come after five of its own. */
const pcm = { inKey: 25, inOther: 30 } as const;

export const sps: Buffer = unit(header.sps, (bits) => {
  bits.fixed(8, 66);
  bits.fixed(8, 0xc0);
  bits.fixed(8, level30);
  // Ids, bits of the frame number, order of pictures as they are coded, one picture to refer to.
  for (const value of [0, frameNumberBits - 4, 2, 1]) bits.number(value);
  bits.fixed(1, 0);
  for (const value of [across - 1, down - 1]) bits.number(value);
  // Whole frames; no cropping; nothing said of their use.
  bits.fixed(4, 0b1100);
});

export const pps: Buffer = unit(header.pps, (bits) => {
  for (const value of [0, 0]) bits.number(value);
  bits.fixed(2, 0);
  for (const value of [0, 0, 0]) bits.number(value);
  bits.fixed(3, 0);
  for (const value of [0, 0, 0]) bits.number(value);
  // The slices say that nothing is smoothed over the edges of blocks.
  bits.fixed(3, 0b100);
});

/** Codes one picture after the other. */
export class PlainCoder {
  #before: RawPicture | null = null;
  #frameNumber = 0;
  #keys = 0;

  key(picture: RawPicture): Buffer {
    this.#before = picture;
    this.#frameNumber = 0;
    this.#keys += 1;
    return unit(header.keySlice, (bits) => {
      for (const value of [0, 7, 0]) bits.number(value);
      bits.fixed(frameNumberBits, 0);
      // Two key pictures in a row must not bear the same number.
      bits.number(this.#keys % 2);
      bits.fixed(2, 0);
      for (const value of [0, 1]) bits.number(value);
      for (let block = 0; block < across * down; block += 1) {
        bits.number(pcm.inKey);
        writePoints(bits, picture, block);
      }
    });
  }

  /** What has changed since the picture before. */
  next(picture: RawPicture): Buffer {
    const before = this.#before;
    if (before === null) return this.key(picture);
    this.#before = picture;
    this.#frameNumber = (this.#frameNumber + 1) % 2 ** frameNumberBits;
    return unit(header.slice, (bits) => {
      for (const value of [0, 5, 0]) bits.number(value);
      bits.fixed(frameNumberBits, this.#frameNumber);
      bits.fixed(3, 0);
      for (const value of [0, 1]) bits.number(value);
      let skipped = 0;
      for (let block = 0; block < across * down; block += 1) {
        if (isSameBlock(before, picture, block)) {
          skipped += 1;
          continue;
        }
        bits.number(skipped);
        skipped = 0;
        bits.number(pcm.inOther);
        writePoints(bits, picture, block);
      }
      if (skipped > 0) bits.number(skipped);
    });
  }
}

/** Calls back with where each row of the block begins in the picture, and how long it is. */
function rowsOf(block: number, row: (at: number, length: number) => void): void {
  for (const plane of planes) {
    const top = Math.floor(block / across) * plane.block;
    const left = (block % across) * plane.block;
    for (let y = top; y < top + plane.block; y += 1) {
      row(plane.at + y * plane.stride + left, plane.block);
    }
  }
}

function writePoints(bits: BitWriter, picture: RawPicture, block: number): void {
  bits.align();
  rowsOf(block, (at, length) => bits.bytes(picture.subarray(at, at + length)));
}

function isSameBlock(before: RawPicture, picture: RawPicture, block: number): boolean {
  let same = true;
  rowsOf(block, (at, length) => {
    for (let i = at; same && i < at + length; i += 1) same = before[i] === picture[i];
  });
  return same;
}

function unit(first: number, write: (bits: BitWriter) => void): Buffer {
  const bits = new BitWriter();
  write(bits);
  return Buffer.concat([Buffer.from([first]), withoutStartCodes(bits.end())]);
}

/** Two zeros and a byte up to 3 would read as a start code: a 3 goes between. */
function withoutStartCodes(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf('\0\0', 0, 'latin1'); at >= 0;) {
    const next = at + 2;
    if ((bytes[next] ?? 4) <= 3) {
      parts.push(bytes.subarray(from, next), Buffer.from([3]));
      from = next;
    }
    at = bytes.indexOf('\0\0', (bytes[next] ?? 4) <= 3 ? next : at + 1, 'latin1');
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(from)]);
}
