import { readFileSync } from 'node:fs';
import { DomainError } from '#domain/domain-error.ts';
import { nalTypeOf, nalTypes, splitAnnexB } from './annex-b.ts';

/** All clips run at this rate, so that one clock serves every camera. */
export const framesPerSecond = 15;

export type ClipFrame = { isKey: boolean; slices: readonly Buffer[] };

/** A looped picture: what stands before some cameras of the demo city. */
export type Clip = {
  name: string;
  sps: Buffer;
  pps: Buffer;
  frames: readonly ClipFrame[];
  /** Frames by which this loop is shifted, so that key frames of all clips do not fall together. */
  phaseFrames: number;
};

export function readClip(name: string, file: string): Clip {
  return clipFromStream(name, readFileSync(file));
}

export function clipFromStream(name: string, stream: Buffer): Clip {
  let sps: Buffer | undefined;
  let pps: Buffer | undefined;
  const frames: { isKey: boolean; slices: Buffer[] }[] = [];
  for (const unit of splitAnnexB(stream)) {
    const type = nalTypeOf(unit);
    if (type === nalTypes.sps) sps ??= unit;
    else if (type === nalTypes.pps) pps ??= unit;
    else if (type === nalTypes.slice || type === nalTypes.keySlice) {
      if (startsFrame(unit)) frames.push({ isKey: type === nalTypes.keySlice, slices: [unit] });
      else frames.at(-1)?.slices.push(unit);
    }
  }
  if (!sps || !pps || !frames[0]?.isKey) {
    throw new DomainError('invalid-input', `clip ${name} does not begin with a key frame`);
  }
  return { name, sps, pps, frames, phaseFrames: phaseOf(name, frames.length) };
}

// first_mb_in_slice is the slice header's first Exp-Golomb number: a leading 1 bit says 0.
function startsFrame(slice: Buffer): boolean {
  return ((slice[1] ?? 0) & 0x80) !== 0;
}

function phaseOf(name: string, frameCount: number): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return hash % frameCount;
}

/** The frame of the loop that stands at a place of the endless timeline. */
export function frameOf(clip: Clip, frameNumber: number): ClipFrame {
  return clip.frames[(frameNumber + clip.phaseFrames) % clip.frames.length]!;
}

/** The nearest key frame at or before a place of the timeline. */
export function keyFrameBefore(clip: Clip, frameNumber: number): number {
  let at = frameNumber;
  while (!frameOf(clip, at).isKey) at--;
  return at;
}
