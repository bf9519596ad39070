/**
 * Makes the clips of grid-data/clips anew, and what is known of those that stand before one camera: its pose, and which
 * places its picture shows. The demo city is laid out for it, from which they are drawn; needs ffmpeg with libx264 and the font Noto Sans CJK SC.
 * `node grid-data/src/simulator/clips/make-clips.ts [--still FOLDER] [name …]`
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { heroFile } from '#generate/cameras/hero-shots.ts';
import { sharedClips } from './catalogue.ts';
import { heroScenes } from './city/hero-scenes.ts';
import { encodeClip, encodeFault, framesPerSecond, saveStill } from './film.ts';
import type { Scene } from './scene.ts';

const clipFolder = fileURLToPath(new URL('../../../clips/', import.meta.url));
const quality = 28;
const rate = `${framesPerSecond}`;
const faults: Readonly<Record<string, readonly string[]>> = {
  'fault-black': ['-f', 'lavfi', '-i', `color=c=black:s=640x360:r=${rate}`],
  'fault-frozen': [
    ...['-r', rate, '-i', join(clipFolder, 'street-1.h264')],
    ...['-vf', `loop=loop=-1:size=1,setpts=N/${rate}/TB`, '-r', rate],
  ],
};

const { values, positionals } = parseArgs({
  options: { still: { type: 'string' } },
  allowPositionals: true,
});
const heroes = heroScenes();
const scenes: Readonly<Record<string, () => Scene>> = { ...sharedClips, ...heroes.scenes };
const known = [...Object.keys(scenes), ...Object.keys(faults)];
const names = positionals.length > 0 ? positionals : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such clips: ${unknown.join(' ')}; known: ${known.join(' ')}`);
  process.exit(1);
}
const folder = values.still ?? clipFolder;
mkdirSync(folder, { recursive: true });
for (const name of names) {
  if (values.still !== undefined) {
    if (name in scenes) await saveStill(scenes[name]!(), join(folder, `${name}.png`), 0.42);
    continue;
  }
  const file = join(folder, `${name}.h264`);
  if (name in faults) await encodeFault(faults[name]!, file);
  else await encodeClip(scenes[name]!(), file, quality);
  console.log(`${name} ${Math.round(statSync(file).size / 1024)} KiB`);
}
if (values.still === undefined)
  writeFileSync(heroFile, `${JSON.stringify(heroes.shots, null, 1)}\n`);
