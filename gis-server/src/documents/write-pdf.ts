/** A paper as PDF on A4, with the letters it shows inside the file. */
import PDFDocument from 'pdfkit';
import { drawPlan } from './draw-plan.ts';
import { houseFont, shownLetters, type Weight } from './house-font.ts';
import {
  cellText,
  type Block,
  type Cell,
  type Column,
  type Paper,
  type Picture,
  type Plan,
} from './paper.ts';

const margins = { left: 48, right: 48, top: 48, bottom: 56 };
const size = { title: 18, heading: 13, body: 9.5, foot: 8 } as const;
const ink = '#1b2026';
const quiet = '#5a646e';
const line = '#c9d0d6';
const padding = 4;

export async function writePdf(paper: Paper, landscape = false): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins,
    bufferPages: true,
    info: { Title: paper.title },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.registerFont('regular', houseFont('regular')).registerFont('bold', houseFont('bold'));
  const pen = new Pen(doc);
  pen.write(paper.title, { weight: 'bold', points: size.title, after: 6 });
  for (const each of paper.lines) pen.write(each, { colour: quiet, after: 1 });
  for (const { heading, blocks } of paper.sections) {
    pen.heading(heading, blocks[0]);
    for (const block of blocks) pen.block(block);
  }
  pen.numberPages(paper.foot);
  doc.end();
  return done;
}

type Style = { weight?: Weight; points?: number; colour?: string; after?: number };

class Pen {
  readonly #doc: PDFKit.PDFDocument;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  get #width(): number {
    return this.#doc.page.width - margins.left - margins.right;
  }

  write(
    text: string,
    { weight = 'regular', points = size.body, colour = ink, after = 4 }: Style = {},
  ) {
    this.#doc.font(weight).fontSize(points).fillColor(colour);
    this.#doc.text(this.#shown(text), margins.left, this.#doc.y, { width: this.#width });
    this.#doc.y += after;
  }

  /** A heading does not stand alone at the foot of a page: what it heads begins beside it. */
  heading(text: string, first: Block | undefined): void {
    this.#doc.y += 12;
    this.#roomFor(first?.kind === 'plan' ? this.#heightOfPlan(first.plan) + 60 : 70);
    this.write(text, { weight: 'bold', points: size.heading });
  }

  block(block: Block): void {
    switch (block.kind) {
      case 'text':
        this.write(block.text);
        return;
      case 'facts':
        this.#table(
          [
            { title: '', share: 0.22 },
            { title: '', share: 0.78 },
          ],
          block.facts,
        );
        return;
      case 'table':
        this.#table(block.columns, block.rows);
        return;
      case 'plan':
        this.#plan(block.plan, block.caption);
        return;
      case 'pictures':
        this.#pictures(block.pictures);
    }
  }

  numberPages(foot: string): void {
    const { start, count } = this.#doc.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      this.#doc.switchToPage(index);
      // Below the margin text would begin a page of its own.
      this.#doc.page.margins.bottom = 0;
      this.#doc.font('regular').fontSize(size.foot).fillColor(quiet);
      const y = this.#doc.page.height - 36;
      const at = { width: this.#width, lineBreak: false } as const;
      this.#doc.text(this.#shown(foot), margins.left, y, at);
      this.#doc.text(`${index + 1} / ${count}`, margins.left, y, { ...at, align: 'right' });
    }
  }

  #heightOfPlan({ halfHeightMeters, halfWidthMeters }: Plan): number {
    return (this.#width * halfHeightMeters) / halfWidthMeters;
  }

  #plan(plan: Plan, caption: string): void {
    const height = this.#heightOfPlan(plan);
    this.#roomFor(height + 24);
    this.#doc.font('regular');
    const names = plan.names.map((name) => ({ ...name, text: this.#shown(name.text) }));
    const y = this.#doc.y;
    drawPlan(this.#doc, { ...plan, names }, { x: margins.left, y, width: this.#width });
    this.#doc.y = y + height + 4;
    this.write(caption, { points: size.foot, colour: quiet });
  }

  /** Two side by side, so that before and after are seen together. */
  #pictures(pictures: readonly Picture[]): void {
    const gap = 12;
    const width = (this.#width - gap) / 2;
    const height = width * 0.75;
    for (let index = 0; index < pictures.length; index += 2) {
      this.#roomFor(height + 24);
      const y = this.#doc.y;
      pictures.slice(index, index + 2).forEach(({ jpeg, caption }, side) => {
        const x = margins.left + side * (width + gap);
        this.#doc.image(jpeg, x, y, { fit: [width, height], align: 'center', valign: 'center' });
        this.#doc.font('regular').fontSize(size.foot).fillColor(quiet);
        this.#doc.text(this.#shown(caption), x, y + height + 2, { width });
      });
      this.#doc.y = y + height + 24;
    }
  }

  #table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    const titles = columns.map(({ title }) => title);
    const isHeaded = titles.some((title) => title !== '');
    const head = () => this.#row(columns, titles, 'bold');
    if (isHeaded) head();
    for (const row of rows) {
      if (this.#roomFor(this.#heightOf(columns, row)) && isHeaded) head();
      this.#row(columns, row, 'regular');
    }
    this.#doc.y += 6;
  }

  #row(columns: readonly Column[], cells: readonly Cell[], weight: Weight): void {
    const doc = this.#doc;
    doc.font(weight).fontSize(size.body);
    const height = this.#heightOf(columns, cells);
    const y = doc.y;
    let x = margins.left;
    columns.forEach(({ share, align }, index) => {
      const width = share * this.#width;
      const cell = cells[index] ?? null;
      doc.fillColor(weight === 'bold' ? quiet : ink);
      doc.text(this.#shown(cellText(cell)), x + padding, y + padding, {
        width: width - 2 * padding,
        align: align ?? 'left',
      });
      x += width;
    });
    doc.y = y + height;
    doc.moveTo(margins.left, doc.y).lineTo(margins.left + this.#width, doc.y);
    doc.lineWidth(0.5).strokeColor(line).stroke();
  }

  #heightOf(columns: readonly Column[], cells: readonly Cell[]): number {
    this.#doc.fontSize(size.body);
    const heights = columns.map(({ share }, index) =>
      this.#doc.heightOfString(this.#shown(cellText(cells[index] ?? null)), {
        width: share * this.#width - 2 * padding,
      }),
    );
    return Math.max(...heights) + 2 * padding;
  }

  /** Begins a page where so much does not fit on this one; whether it did. */
  #roomFor(height: number): boolean {
    if (this.#doc.y + height <= this.#doc.page.height - margins.bottom) return false;
    this.#doc.addPage();
    return true;
  }

  #shown(text: string): string {
    const { font } = (
      this.#doc as unknown as { _font: { font: Parameters<typeof shownLetters>[1] } }
    )._font;
    return shownLetters(text, font);
  }
}
