/** Decodes a copy and codes it anew, with what must not be seen hidden and who took it written in: only where ffmpeg is. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { ExportMasking, PictureRegion } from 'grid-data';
import { fontFilesFor } from '#playback/export/mark-fonts.ts';
import { maskFilter } from '#playback/export/masking.ts';

/** `recodes`: ffmpeg is there; `writes`: and it was built with the means to write on pictures. */
export type Recoder = { recodes: boolean; writes: boolean };

let present: Recoder | null = null;

/** Asked once: it does not come and go. */
export function recoder(): Recoder {
  if (present !== null) return present;
  const asked = spawnSync('ffmpeg', ['-v', 'error', '-h', 'filter=ass'], { encoding: 'utf8' });
  const recodes = asked.status === 0;
  present = { recodes, writes: recodes && asked.stdout.startsWith('Filter ass') };
  return present;
}

type Drawing = {
  from: string;
  to: string;
  masking: ExportMasking;
  regions: readonly PictureRegion[];
  /** A subtitle script; null where nothing can be written. */
  script: string | null;
};

export type Recoding = Drawing & {
  /** What becomes of the sound: G.711 is carried as FLAC, which not every player of an MP4 plays. */
  sound: 'copied' | 'as-aac' | 'left-out';
};

export function recode({ sound, ...drawing }: Recoding): Promise<void> {
  const filter = maskFilter(drawing.masking, drawing.regions);
  return draw(drawing, filter, [
    ...[...soundArgs[sound], '-fps_mode', 'passthrough'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-pix_fmt', 'yuv420p'],
    // The header comes late so that it says at which moment each track begins; else they begin together.
    ...['-movflags', '+frag_keyframe+delay_moov+default_base_moof', '-f', 'mp4'],
  ]);
}

/** The one picture shown at a second of the movie, as JPEG; what its script says of second 0 is written on it. */
export function recodePicture(drawing: Drawing, atSeconds: number): Promise<void> {
  // Half a millisecond early: the movie's clock ticks a little finer than a millisecond.
  const select = `select=gte(t\\,${(atSeconds - 0.0005).toFixed(4)}),setpts=PTS-STARTPTS`;
  const filter = `[0:v]${select}[at];${maskFilter(drawing.masking, drawing.regions, '[at]')}`;
  return draw(drawing, filter, [
    ...['-an', '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj420p'],
    ...['-f', 'image2', '-update', '1'],
  ]);
}

/** `hide` ends in `[hidden]`; what people wrote is in the script alone. */
async function draw(
  { from, to, script }: Drawing,
  hide: string,
  output: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-eye-mark-'));
  try {
    if (script !== null) await layOut(folder, script);
    // Names of ours in a folder of ours.
    const write = script === null ? 'null' : 'ass=mark.ass:fontsdir=.';
    const args = [
      ...['-nostdin', '-v', 'error', '-y', '-protocol_whitelist', 'file'],
      // The script goes by the recording's own time, which begins with the window and not with the first picture.
      ...['-copyts', '-i', resolve(from)],
      ...['-filter_complex', `${hide};[hidden]${write}[out]`, '-map', '[out]'],
      ...[...output, resolve(to)],
    ];
    await run(args, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const soundArgs: Readonly<Record<Recoding['sound'], readonly string[]>> = {
  copied: ['-map', '0:a', '-c:a', 'copy'],
  // Holes become silence, so that what follows them keeps its time.
  'as-aac': ['-map', '0:a', '-af', 'aresample=async=1', '-c:a', 'aac', '-b:a', '64k'],
  'left-out': ['-an'],
};

async function layOut(folder: string, script: string): Promise<void> {
  await writeFile(join(folder, 'mark.ass'), script, { mode: 0o600 });
  const fonts = fontFilesFor(script);
  await Promise.all(fonts.map((file) => copyFile(file, join(folder, basename(file)))));
}

function run(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((settle, reject) => {
    const child = spawn('ffmpeg', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = `${said}${String(chunk)}`.slice(-500)));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? settle() : reject(new Error(`ffmpeg ended with ${code}: ${said}`)),
    );
  });
}
