/** The font of the burned-in mark: shipped with us, in files that each hold a range of characters. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Noto Sans SC (SIL Open Font License 1.1); so the files themselves name their family, whatever their weight. */
export const fontFamily = 'Noto Sans SC Thin';

const stylesheet = import.meta.resolve('@fontsource/noto-sans-sc/400.css');

type FontFile = { path: string; ranges: readonly (readonly [number, number])[] };
let files: readonly FontFile[] | null = null;

/** The files that hold a text's characters: a hundred would be read for each copy otherwise. */
export function fontFilesFor(text: string): string[] {
  files ??= listed();
  const codes = [...new Set(text)].map((character) => character.codePointAt(0)!);
  return files
    .filter(({ ranges }) => codes.some((code) => ranges.some(([a, b]) => a <= code && code <= b)))
    .map(({ path }) => path);
}

function listed(): FontFile[] {
  const rules = readFileSync(fileURLToPath(stylesheet), 'utf8').matchAll(
    /url\((\.\/files\/[\w-]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g,
  );
  return [...rules].map(([, file, ranges]) => ({
    path: fileURLToPath(new URL(file!, stylesheet)),
    ranges: ranges!.split(',').map(rangeOf),
  }));
}

/** Such as `U+4e00-4e07` or `U+20`. */
function rangeOf(words: string): readonly [number, number] {
  const [from, to] = words.trim().slice(2).split('-');
  const first = Number.parseInt(from!, 16);
  return [first, to === undefined ? first : Number.parseInt(to, 16)];
}
