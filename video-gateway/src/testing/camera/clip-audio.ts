/** The committed sound: a tone in AAC, 16 kHz mono, cut by its ADTS headers. */
import { readFileSync } from 'node:fs';

export const clipSound = { specific: '1408', sampleRate: 16_000, samplesPerFrame: 1024 };

export function clipFrames(): readonly Buffer[] {
  const bytes = readFileSync(new URL('../../../fixtures/clip.aac', import.meta.url));
  const frames: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = (bytes.readUIntBE(at + 3, 3) >> 5) & 0x1fff;
    frames.push(bytes.subarray(at + 7, at + length));
    at += length;
  }
  return frames;
}
