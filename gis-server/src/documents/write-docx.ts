/** A paper as a Word document that can be written on: headings, tables and pictures as such. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cellText, type Block, type Column, type Paper, type Picture } from './paper.ts';

/** Between the margins of A4, in twentieths of a point. */
const width = 9_026;
const pictureWidth = 360;
/** Named and not carried along: whoever writes on it has them, or their own in place of them. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: '宋体' };

export async function writeDocx(paper: Paper): Promise<Buffer> {
  const foot = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [`${paper.foot}  `, PageNumber.CURRENT] })],
  });
  const document = new Document({
    title: paper.title,
    creator: '',
    styles: { default: { document: { run: { font, size: 21 } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [foot] }) },
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          ...paper.lines.map((line) => new Paragraph({ text: line })),
          ...paper.sections.flatMap(({ heading, blocks }) => [
            new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, keepNext: true }),
            ...blocks.flatMap(partsOf),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
      return block.text.split('\n').map((text) => new Paragraph({ text }));
    case 'facts':
      return [
        table(
          [{ share: 0.25 }, { share: 0.75 }],
          block.facts.map(([label, value]) => row([label, cellText(value)], { bold: [0] })),
        ),
      ];
    case 'table':
      return [
        table(block.columns, [
          row(
            block.columns.map(({ title }) => title),
            { isHead: true },
          ),
          ...block.rows.map((cells) => row(cells.map(cellText), { columns: block.columns })),
        ]),
      ];
    case 'plan':
      return [new Paragraph({ text: block.caption })]; // drawn where nobody writes on it: in the PDF
    case 'pictures':
      return block.pictures.flatMap(pictureParts);
  }
}

function table(columns: readonly Pick<Column, 'share'>[], rows: TableRow[]): Table {
  return new Table({
    columnWidths: columns.map(({ share }) => Math.round(share * width)),
    width: { size: width, type: WidthType.DXA },
    rows,
  });
}

type RowLook = { isHead?: boolean; bold?: readonly number[]; columns?: readonly Column[] };

function row(
  cells: readonly string[],
  { isHead = false, bold = [], columns = [] }: RowLook,
): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map((text, index) => {
      const isBold = isHead || bold.includes(index);
      const isRight = columns[index]?.align === 'right';
      const run = new TextRun({ text, bold: isBold, size: 18 });
      const alignment = isRight ? AlignmentType.RIGHT : AlignmentType.LEFT;
      return new TableCell({ children: [new Paragraph({ alignment, children: [run] })] });
    }),
  });
}

function pictureParts({ jpeg, width: wide, height: high, caption }: Picture): Paragraph[] {
  const shown = Math.min(pictureWidth, wide);
  const transformation = { width: shown, height: Math.round((shown * high) / wide) };
  const image = new ImageRun({ type: 'jpg', data: jpeg, transformation });
  return [
    new Paragraph({ keepNext: true, children: [image] }),
    new Paragraph({ children: [new TextRun({ text: caption, size: 18 })] }),
  ];
}
