/** A paper as a workbook: a sheet for each section, figures as numbers. */
import writeExcelFile from 'write-excel-file/node';
import { cellText, noFigure, type Block, type Cell, type Paper } from './paper.ts';

type SheetCell = {
  value: string | number;
  type: StringConstructor | NumberConstructor;
  align?: 'left' | 'right';
  fontWeight?: 'bold';
  wrap?: boolean;
};
type Row = SheetCell[];

export async function writeXlsx(paper: Paper): Promise<Buffer> {
  const sheets = paper.sections.map(({ heading, blocks }, index) => ({
    sheet: sheetName(heading, index),
    data: [
      [bold(paper.title)],
      ...paper.lines.map((line) => [text(line)]),
      [text('')],
      [bold(heading)],
      ...blocks.flatMap(rowsOf),
    ],
    columns: widthsOf(blocks),
  }));
  return writeExcelFile(sheets).toBuffer();
}

function rowsOf(block: Block): Row[] {
  switch (block.kind) {
    case 'text':
      return [[text(block.text)]];
    case 'facts':
      return block.facts.map(([label, value]) => [bold(label), cell(value)]);
    case 'table':
      return [
        block.columns.map(({ title }) => bold(title)),
        ...block.rows.map((row) => row.map(cell)),
        [text('')],
      ];
    case 'plan':
    case 'pictures':
      return []; // a workbook is for figures
  }
}

function widthsOf(blocks: readonly Block[]) {
  const table = blocks.find((block) => block.kind === 'table');
  return table?.columns.map(({ share }) => ({ width: Math.round(8 + share * 90) })) ?? [];
}

/** A workbook refuses some letters in names, long ones and two of the same. */
function sheetName(heading: string, index: number): string {
  return `${index + 1} ${heading.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31);
}

const text = (value: string): SheetCell => ({ value, type: String });
const bold = (value: string): SheetCell => ({ ...text(value), fontWeight: 'bold' });

function cell(value: Cell): SheetCell {
  if (typeof value === 'number') return { value, type: Number, align: 'right' };
  return value === null ? { ...text(noFigure), align: 'right' } : text(cellText(value));
}
