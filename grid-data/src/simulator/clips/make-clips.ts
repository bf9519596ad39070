/**
 * Makes the clips of grid-data/clips anew; needs ffmpeg with libx264 and the font Noto Sans CJK SC.
 * `node grid-data/src/simulator/clips/make-clips.ts [--still FOLDER] [name …]`
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clipCatalogue } from './catalogue.ts';
import { encodeClip, encodeFault, framesPerSecond, saveStill } from './film.ts';

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
const known = [...Object.keys(clipCatalogue), ...Object.keys(faults)];
const names = positionals.length > 0 ? positionals : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such clips: ${unknown.join(' ')}; known: ${known.join(' ')}`);
  process.exit(1);
}
for (const name of names) {
  if (name in faults) {
    await encodeFault(faults[name]!, join(clipFolder, `${name}.h264`));
    continue;
  }
  const scene = clipCatalogue[name]!();
  if (values.still !== undefined) {
    mkdirSync(values.still, { recursive: true });
    await saveStill(scene, join(values.still, `${name}.png`), 0.42);
    continue;
  }
  mkdirSync(clipFolder, { recursive: true });
  const file = join(clipFolder, `${name}.h264`);
  await encodeClip(scene, file, quality);
  console.log(`${name} ${Math.round(statSync(file).size / 1024)} KiB`);
}
