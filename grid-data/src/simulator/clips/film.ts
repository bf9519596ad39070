import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { daylights } from './drawing/daylight.ts';
import { Painter } from './drawing/painter.ts';
import { Raster } from './drawing/raster.ts';
import { View } from './drawing/view.ts';
import type { Scene } from './scene.ts';

export const loopSeconds = 12;
export const framesPerSecond = 15;
const keyFrameEvery = 30;
const [width, height] = [640, 360];
/** Drawn twice as large and scaled down, which smooths all edges. */
const scale = 2;

/** The scene's frames, one after the other: its setting is drawn once, its movers over a copy of it. */
export class Film {
  readonly #scene: Scene;
  readonly #setting: Raster;
  readonly #frame: Raster;
  readonly #view: View;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#view = new View(scene.view, width * scale, height * scale);
    this.#setting = new Raster(width * scale, height * scale);
    this.#frame = new Raster(width * scale, height * scale);
    this.#drawSetting();
  }

  frame(time: number): Uint8ClampedArray {
    this.#frame.copyFrom(this.#setting);
    const painter = new Painter(this.#frame, this.#view, daylights[this.#scene.light]);
    for (const pass of ['moving-shadows', 'solids'] as const) {
      painter.pass = pass;
      this.#scene.movers(painter, time);
    }
    return this.#frame.pixels;
  }

  #drawSetting(): void {
    const light = daylights[this.#scene.light];
    this.#setting.haze = light.haze;
    this.#setting.hazeMeters = light.hazeMeters;
    const painter = new Painter(this.#setting, this.#view, light);
    painter.sky();
    this.#scene.ground(painter);
    painter.pass = 'setting-shadows';
    this.#scene.things(painter);
    this.#setting.darkenShaded(light.shadowTint);
    painter.pass = 'solids';
    this.#scene.things(painter);
  }
}

export async function encodeClip(scene: Scene, file: string, quality: number): Promise<void> {
  const film = new Film(scene);
  const encoder = [
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-preset',
    'medium',
    '-crf',
    `${quality}`,
  ];
  const groups = ['-bf', '0', '-g', `${keyFrameEvery}`, '-keyint_min', `${keyFrameEvery}`];
  const fixed = 'slices=1:sliced-threads=0:scenecut=0:open-gop=0:repeat-headers=1:threads=1';
  const output = ['-x264-params', fixed, '-pix_fmt', 'yuv420p', '-f', 'h264', file];
  await runFfmpeg([...inputOf(scene), ...encoder, ...groups, ...output], async (write) => {
    const frames = loopSeconds * framesPerSecond;
    for (let at = 0; at < frames; at++) await write(film.frame(at / frames));
  });
}

/** What a broken camera sends: one colour, or one picture again and again. */
export async function encodeFault(input: readonly string[], file: string): Promise<void> {
  const group = ['-bf', '0', '-g', `${keyFrameEvery}`, '-keyint_min', `${keyFrameEvery}`];
  const fixed = 'slices=1:sliced-threads=0:scenecut=0:open-gop=0:repeat-headers=1:threads=1';
  const length = ['-frames:v', `${loopSeconds * framesPerSecond}`, '-pix_fmt', 'yuv420p'];
  const encoder = ['-c:v', 'libx264', '-profile:v', 'main', '-x264-params', fixed];
  await runFfmpeg([...input, ...length, ...encoder, ...group, '-f', 'h264', file], async () => {});
}

/** One frame as a PNG, to look at while a scene is being made. */
export async function saveStill(scene: Scene, file: string, time: number): Promise<void> {
  const film = new Film(scene);
  await runFfmpeg([...inputOf(scene), '-frames:v', '1', file], (write) => write(film.frame(time)));
}

function inputOf(scene: Scene): string[] {
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width * scale}x${height * scale}`];
  const filters = [
    `scale=${width}:${height}:flags=area`,
    'noise=alls=3',
    'eq=brightness=0.02:saturation=1.1:contrast=1.04',
    'vignette=PI/9',
    textAt('x=14:y=12:fontsize=17', scene.label),
    textAt('x=w-tw-14:y=h-30:fontsize=15', `%{pts\\:hms} / ${loopSeconds}s`),
  ];
  return [...raw, '-r', `${framesPerSecond}`, '-i', 'pipe:0', '-vf', filters.join(',')];
}

function textAt(place: string, text: string): string {
  const look = 'fontcolor=white@0.95:borderw=2:bordercolor=black@0.55';
  return `drawtext=font='Noto Sans CJK SC':${place}:${look}:text='${text}'`;
}

type Write = (frame: Uint8ClampedArray) => Promise<void>;

async function runFfmpeg(args: string[], feed: (write: Write) => Promise<void>): Promise<void> {
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-y', ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(ffmpeg, 'close') as Promise<[number]>;
  await feed(async (frame) => {
    // A copy: the raster is drawn over while the pipe still holds the last frame.
    if (!ffmpeg.stdin.write(Buffer.from(frame))) await once(ffmpeg.stdin, 'drain');
  });
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}
