/** A PDF as Mozilla's reader sees it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = { pages: number; text: string; fonts: string[]; pictures: number };

export async function readPdf(content: Buffer): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    text += items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
      .join('');
  }
  const raw = content.toString('latin1');
  const fonts = [...raw.matchAll(/\/FontName \/([^\s/]+)/g)].map(([, name]) => name!);
  const pictures = [...raw.matchAll(/\/Subtype \/Image/g)].length;
  return { pages: document.numPages, text, fonts, pictures };
}
