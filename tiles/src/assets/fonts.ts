/** Noto Sans SC (SIL Open Font License 1.1), cut into ranges of characters so that a page loads only what it writes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const stylesheet = fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/400.css'));

export type FontFace = { url: string; 'unicode-range': string[] };

/** The faces as a MapLibre style names them. */
export function fontFaces(): FontFace[] {
  const rules = readFileSync(stylesheet, 'utf8').matchAll(
    /url\(\.\/files\/([\w-]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g,
  );
  return [...rules].map(([, file, ranges]) => ({
    url: `/tiles/fonts/${file}`,
    'unicode-range': (ranges as string).split(',').map((range) => range.trim()),
  }));
}

/** Path of a font file that a face names, or null for any other name. */
export function fontFilePath(file: string): string | null {
  if (!/^noto-sans-sc-[a-z0-9-]+-400-normal\.woff2$/.test(file)) return null;
  return fileURLToPath(
    new URL(`./files/${file}`, import.meta.resolve('@fontsource/noto-sans-sc/400.css')),
  );
}
