import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../testing/ffmpeg.ts';
import { PlainCoder, pps, sps } from './plain-coder.ts';
import { rawBytes, type RawPicture } from './raw-picture.ts';

const startCode = Buffer.from([0, 0, 0, 1]);

/** Points of every value that a picture may have, zeros among them, so that start codes would arise. */
function noise(seed: number, changedFrom = 0, before?: RawPicture): RawPicture {
  const picture = before ? Uint8Array.from(before) : new Uint8Array(rawBytes);
  let state = seed;
  for (let at = changedFrom; at < changedFrom + 40_000 && at < rawBytes; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    picture[at] = (state >>> 16) % 3 === 0 ? 0 : (state >>> 16) & 0xff;
  }
  return picture;
}

describe.runIf(hasFfmpeg)('the plain coder', () => {
  it('gives each picture point by point to a decoder that is not ours', () => {
    const first = noise(1);
    const pictures = [first, first, noise(2, 60_000, first), noise(3, 120_000, first)];
    pictures.push(noise(4, 0, pictures[3]));
    const coder = new PlainCoder();
    const units = [
      sps,
      pps,
      ...pictures.map((one, at) => (at % 4 === 0 ? coder.key(one) : coder.next(one))),
    ];
    const stream = Buffer.concat(units.flatMap((one) => [startCode, one]));
    const words = [
      '-v',
      'error',
      '-xerror',
      '-f',
      'h264',
      '-i',
      'pipe:0',
      '-fps_mode',
      'passthrough',
    ];
    const { stdout, stderr } = spawnSync(
      'ffmpeg',
      [...words, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
      { input: stream, maxBuffer: 2 ** 28 },
    );
    expect(stderr.toString()).toBe('');
    expect(stdout.length).toBe(pictures.length * rawBytes);
    pictures.forEach((picture, at) => {
      const decoded = stdout.subarray(at * rawBytes, (at + 1) * rawBytes);
      expect(decoded.equals(Buffer.from(picture)), `picture ${at}`).toBe(true);
    });
  });

  it('sends next to nothing where nothing has changed', () => {
    const coder = new PlainCoder();
    const picture = noise(7);
    coder.key(picture);
    expect(coder.next(Uint8Array.from(picture)).length).toBeLessThan(16);
  });
});
