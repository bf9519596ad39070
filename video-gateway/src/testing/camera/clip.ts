/** The committed clips, cut into pictures (Annex B, each beginning with its access unit delimiter or first slice). */
import { readFileSync } from 'node:fs';
import { splitAnnexB } from '#media/annex-b.ts';

export type ClipPicture = { nals: readonly Buffer[]; key: boolean };

const files = {
  h264: new URL('../../../fixtures/clip.h264', import.meta.url),
  h265: new URL('../../../fixtures/clip.h265', import.meta.url),
};

/** Every picture has one slice; parameter sets, delimiter and SEI before it belong to it. */
export function clipPictures(codec: 'h264' | 'h265'): readonly ClipPicture[] {
  const pictures: ClipPicture[] = [];
  let nals: Buffer[] = [];
  for (const nal of splitAnnexB(readFileSync(files[codec]))) {
    nals.push(nal);
    const type = codec === 'h264' ? nal[0]! & 31 : (nal[0]! >> 1) & 63;
    if (codec === 'h264' ? type > 5 : type > 31) continue;
    pictures.push({ nals, key: codec === 'h264' ? type === 5 : type >= 16 });
    nals = [];
  }
  return pictures;
}

export function parameterSets(codec: 'h264' | 'h265'): readonly Buffer[] {
  const wanted = codec === 'h264' ? [7, 8] : [32, 33, 34];
  const typeOf = (nal: Buffer) => (codec === 'h264' ? nal[0]! & 31 : (nal[0]! >> 1) & 63);
  return clipPictures(codec)[0]!.nals.filter((nal) => wanted.includes(typeOf(nal)));
}
