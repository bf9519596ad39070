/** The letters of the house as files on this machine; a document takes in only those it shows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unpackWoff } from './unpack-woff.ts';

/** Letters that the font lacks, such as rare ones of names, are shown by the printers' mark for them. */
const missingMark = '〓';

const files = {
  regular: import.meta
    .resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff'),
  bold: import.meta
    .resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff'),
} as const;
export type Weight = keyof typeof files;

const read = new Map<Weight, Buffer>();

export function houseFont(weight: Weight): Buffer {
  const known = read.get(weight);
  if (known !== undefined) return known;
  const bytes = unpackWoff(readFileSync(fileURLToPath(files[weight])));
  read.set(weight, bytes);
  return bytes;
}

type Covering = { hasGlyphForCodePoint(codePoint: number): boolean };

export function shownLetters(text: string, font: Covering): string {
  return Array.from(text, (letter) =>
    letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0)!) ? letter : missingMark,
  ).join('');
}
