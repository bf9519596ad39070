/** A workbook as its own XML says, without the library that wrote it. */
import { strFromU8, unzipSync } from 'fflate';

export type ReadSheet = { name: string; rows: (string | number | null)[][] };

export function readXlsx(content: Buffer): ReadSheet[] {
  const files = unzipSync(content);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    plain([...item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part]) => part).join('')),
  );
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return names.map(([, name], index) => ({
    name: plain(name!),
    rows: [...text(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(
      ([, row]) =>
        [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes, inner]) =>
          cellOf(attributes!, inner ?? '', shared),
        ),
    ),
  }));
}

function cellOf(attributes: string, inner: string, shared: readonly string[]) {
  const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
  if (attributes.includes('t="s"')) return shared[Number(value)] ?? null;
  if (attributes.includes('t="inlineStr"'))
    return plain(/<t[^>]*>(.*?)<\/t>/s.exec(inner)?.[1] ?? '');
  return value === undefined ? null : Number(value);
}

function plain(xml: string): string {
  const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => letters[name]!);
}
