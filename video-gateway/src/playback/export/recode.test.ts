/** What the mark of a copy looks like, read back from the pixels of a movie that was plain grey. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { burnedMark } from '#playback/export/burned-mark.ts';
import { fontFilesFor } from '#playback/export/mark-fonts.ts';
import { recode, recoder } from '#playback/export/recode.ts';

const folder = mkdtempSync(join(tmpdir(), 'mark-'));
const ffmpeg = (...args: string[]) =>
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { maxBuffer: 1e8 });
const order = {
  exportId: 'a1b2c3d4-0000-4000-8000-000000000000',
  cameraName: '光明路口',
  fromMs: Date.parse('2026-11-26T10:03:05.500Z'),
  toMs: Date.parse('2026-11-26T10:03:09.500Z'),
  caseNo: 'A-17',
  requester: '王建国',
  unit: '蓝田街道',
};

/** A copy with sound whose first picture lies a second behind the window's begin, as where a gap comes first. */
function greyMovie(): string {
  const file = join(folder, 'grey.mp4');
  const picture = ['-f', 'lavfi', '-i', 'color=c=gray:s=640x360:r=10:d=3'];
  const sound = ['-f', 'lavfi', '-i', 'sine=d=3'];
  const moved = ['-output_ts_offset', '1', '-movflags', '+frag_keyframe+empty_moov'];
  ffmpeg(...picture, ...sound, '-c:a', 'aac', '-pix_fmt', 'yuv420p', ...moved, file);
  return file;
}

async function marked(
  change: Partial<typeof order> = {},
  masking: 'none' | 'whole-picture' = 'none',
  sound: 'copied' | 'as-aac' | 'left-out' = 'copied',
) {
  const to = join(folder, `${Math.random()}.mp4`);
  const script = burnedMark({ ...order, ...change });
  await recode({ from: greyMovie(), to, masking, regions: [], sound, script });
  return to;
}

/** Grey values of a part of the picture that is shown some seconds behind the first. */
const pixels = (file: string, box: string, seconds: number): Buffer =>
  ffmpeg(
    ...['-i', file, '-ss', String(seconds), '-frames:v', '1'],
    ...['-vf', `crop=${box},format=gray`, '-f', 'rawvideo', 'pipe:1'],
  );
const bright = (grey: Buffer): number => grey.filter((value) => value > 220).length;
const corner = 'iw*0.4:ih*0.16:0:ih*0.84';
const across = 'iw/2:ih/2:iw/4:ih/4';

describe.runIf(recoder().writes)('a copy', { timeout: 60_000 }, () => {
  it('says in its corner, in white, what nothing of the recording says', async () => {
    const file = await marked();
    expect(bright(pixels(greyMovie(), corner, 0.5))).toBe(0);
    expect(bright(pixels(file, corner, 0.5))).toBeGreaterThan(100);
    expect(bright(pixels(await marked({}, 'whole-picture'), corner, 0.5))).toBeGreaterThan(100);
  });

  it('carries it faintly across the picture, too', async () => {
    const grey = pixels(await marked(), across, 0.5);
    expect(Math.max(...grey) - Math.min(...grey)).toBeGreaterThan(25);
    expect(bright(grey)).toBeLessThan(grey.length / 100);
  });

  it('tells each second’s own time, as it was recorded, and holds still within it', async () => {
    const file = await marked();
    const [one, same, later] = [0.6, 1.3, 1.6].map((at) => pixels(file, corner, at));
    const differing = (a: Buffer, b: Buffer) => a.filter((v, i) => Math.abs(v - b[i]!) > 60).length;
    expect(differing(one!, same!)).toBeLessThan(20);
    expect(differing(one!, later!)).toBeGreaterThan(20);
  });

  it('writes each name in its own signs', async () => {
    const [one, other] = [await marked(), await marked({ requester: '欧阳娜' })];
    const name = 'iw*0.12:ih*0.07:0:ih*0.91';
    const [a, b] = [pixels(one, name, 0.5), pixels(other, name, 0.5)];
    expect(a.filter((value, i) => Math.abs(value - b[i]!) > 60).length).toBeGreaterThan(50);
  });

  it.each([
    ['copied', ['video', 'audio']],
    ['as-aac', ['video', 'audio']],
    ['left-out', ['video']],
  ] as const)('has its sound %s', async (sound, tracks) => {
    const asked = ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0'];
    const file = await marked({}, 'none', sound);
    const listed = execFileSync('ffprobe', [...asked, file], { encoding: 'utf8' });
    expect(listed.trim().split(/\s+/)).toEqual(tracks);
  });
});

it('each second of a window has its line, from its begin to its end', () => {
  const lines = burnedMark(order)
    .split('\n')
    .filter((line) => line.includes(',corner,'));
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe(
    'Dialogue: 0,0:00:00.00,0:00:00.50,corner,光明路口 2026-11-26 18:03:05\\N王建国 蓝田街道 A-17 A1B2C3D4',
  );
  expect(lines.at(-1)).toContain('0:00:03.50,0:00:04.00,corner,光明路口 2026-11-26 18:03:09');
});

it('a name cannot command the script', () => {
  const script = burnedMark({ ...order, requester: '{\\pos(0,0)}\nDialogue: 9' });
  expect(script).not.toContain('{\\pos(0,0)}');
  expect(script.split('\n').filter((line) => line.startsWith('Dialogue: 9'))).toEqual([]);
});

it('only the files with a text’s characters are taken', () => {
  const files = fontFilesFor('王 A');
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThan(5);
});
