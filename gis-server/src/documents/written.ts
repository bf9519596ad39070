import type { Paper, PaperFormat } from './paper.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

/** A paper as a file. */
export function written(paper: Paper, format: PaperFormat): Promise<Buffer> {
  switch (format) {
    case 'xlsx':
      return writeXlsx(paper);
    case 'pdf':
      return writePdf(paper);
    case 'docx':
      return writeDocx(paper);
  }
}
