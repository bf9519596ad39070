/** What a viewer was given, as an independent decoder and the boxes themselves tell it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Decoded = { pictures: number; complaints: string };

/** By ffmpeg, from the newest of the init segments on. */
export function decoded(binary: readonly Buffer[]): Decoded {
  const folder = mkdtempSync(join(tmpdir(), 'played-'));
  const file = join(folder, 'played.mp4');
  const init = binary.findLastIndex((bytes) => boxOf(bytes) === 'ftyp');
  writeFileSync(file, Buffer.concat(binary.slice(Math.max(0, init))));
  const words = ['-v', 'error', '-i', file, '-f', 'framecrc', '-'];
  const { stdout, stderr } = spawnSync('ffmpeg', words, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const pictures = stdout.split('\n').filter((line) => /^\d/.test(line)).length;
  return { pictures, complaints: stderr };
}

/** Of each fragment, in ticks of 90 kHz. */
export function decodeTimes(binary: readonly Buffer[]): number[] {
  return fragmentsOf(binary).map((bytes) =>
    Number(bytes.readBigUInt64BE(bytes.indexOf('tfdt') + 8)),
  );
}

/** Of each fragment: whether decoding may start with it. */
export function keyFlags(binary: readonly Buffer[]): boolean[] {
  return fragmentsOf(binary).map(
    (bytes) => (bytes.readUInt32BE(bytes.indexOf('trun') + 24) & 0x02000000) !== 0,
  );
}

const fragmentsOf = (binary: readonly Buffer[]) => binary.filter((one) => boxOf(one) === 'moof');

const boxOf = (bytes: Buffer): string => bytes.toString('latin1', 4, 8);
