/** Whether a picture shows one colour, by decoding it small with ffmpeg; false where there is no ffmpeg to ask. */
import { spawn } from 'node:child_process';
import type { Fragment } from '#packaging/cmaf-packager.ts';

const [width, height] = [64, 36];
const longestMs = 5_000;
/** In steps of 255: what a lens cap, a dead sensor and "no signal" leave, and no street at night. */
const mostDeviation = 3;

export async function isOneColour(key: Fragment): Promise<boolean> {
  const luma = await decodeSmall(Buffer.concat([key.epoch.init, key.bytes]));
  return luma !== null && deviationOf(luma) <= mostDeviation;
}

export function deviationOf(luma: Uint8Array): number {
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  const variance = luma.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luma.length;
  return Math.sqrt(variance);
}

function decodeSmall(picture: Buffer): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const ffmpeg = spawn('ffmpeg', [
      ...[
        '-v',
        'error',
        '-protocol_whitelist',
        'pipe',
        '-threads',
        '1',
        '-f',
        'mp4',
        '-i',
        'pipe:0',
      ],
      ...['-frames:v', '1', '-vf', `scale=${width}:${height}:flags=area,format=gray`],
      ...['-f', 'rawvideo', 'pipe:1'],
    ]);
    const timer = setTimeout(() => ffmpeg.kill('SIGKILL'), longestMs);
    const parts: Buffer[] = [];
    ffmpeg.stdout.on('data', (part: Buffer) => parts.push(part));
    ffmpeg.stderr.resume();
    // It may be done with the picture before it has read all of it.
    ffmpeg.stdin.on('error', () => undefined);
    ffmpeg.on('error', () => settle());
    ffmpeg.on('close', () => settle());
    const settle = () => {
      clearTimeout(timer);
      const luma = Buffer.concat(parts);
      resolve(luma.length === width * height ? luma : null);
    };
    ffmpeg.stdin.end(picture);
  });
}
