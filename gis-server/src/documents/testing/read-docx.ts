/** A Word document as its own XML says, without the library that wrote it. */
import { strFromU8, unzipSync } from 'fflate';

export type ReadDocx = { paragraphs: string[]; rows: string[][]; foot: string; pictures: number };

export function readDocx(content: Buffer): ReadDocx {
  const files = unzipSync(content);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  // Everything that Word opens a document by is there, and every part is well-formed.
  for (const path of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']) {
    if (files[path] === undefined) throw new Error(`${path} is missing`);
  }
  for (const path of Object.keys(files)) {
    if (/\.(xml|rels)$/.test(path)) checkNesting(path, text(path));
  }
  const body = text('word/document.xml');
  return {
    paragraphs: inside(body, 'p').map(wordsOf),
    rows: inside(body, 'tr').map((row) => inside(row, 'tc').map(wordsOf)),
    foot: Object.keys(files)
      .filter((path) => path.startsWith('word/footer'))
      .map((path) => wordsOf(text(path)))
      .join(''),
    pictures: Object.keys(files).filter((path) => path.startsWith('word/media/')).length,
  };
}

const inside = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<w:${name}(?: [^>]*)?>(.*?)</w:${name}>`, 'gs'))].map(
    ([, inner]) => inner!,
  );

const wordsOf = (xml: string) =>
  plain(
    inside(xml, 't')
      .map((part) => part)
      .join(''),
  );

function checkNesting(path: string, xml: string): void {
  const open: string[] = [];
  for (const [, close, name, alone] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:"[^"]*"|[^>"])*?(\/?)>/g,
  )) {
    if (alone === '/') continue;
    if (close !== '/') open.push(name!);
    else if (open.pop() !== name) throw new Error(`${path}: ${name} ends where it has not begun`);
  }
  if (open.length > 0) throw new Error(`${path}: ${open.join()} does not end`);
}

function plain(xml: string): string {
  const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => letters[name]!);
}
