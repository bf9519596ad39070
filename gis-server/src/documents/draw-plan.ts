/** A plan drawn into a PDF: its ground, the place in its middle, and a scale. */
import type { Plan, PlanShape } from './paper.ts';

type Box = { x: number; y: number; width: number };

const colours = {
  ground: '#f4f2ec',
  land: '#e7ecdc',
  water: '#bcd7ea',
  stream: '#8fbcdc',
  building: '#d9d3c8',
  road: '#ffffff',
  'main-road': '#ffe3a8',
  edge: '#b9b2a4',
  name: '#4b4a45',
  mark: '#b3190f',
} as const;
const widths = { road: 3, 'main-road': 5, stream: 1.5 } as const;
const scaleMeters = 100;
const mostNames = 8;

/** Answers how high it is. */
export function drawPlan(doc: PDFKit.PDFDocument, plan: Plan, { x, y, width }: Box): number {
  const points = width / (2 * plan.halfWidthMeters);
  const height = 2 * plan.halfHeightMeters * points;
  const at = ([east, north]: readonly [number, number]) =>
    [x + width / 2 + east * points, y + height / 2 - north * points] as const;
  doc.save();
  doc.rect(x, y, width, height).clip().rect(x, y, width, height).fill(colours.ground);
  for (const shape of plan.shapes) drawShape(doc, shape, at);
  doc.fontSize(7).fillColor(colours.name);
  for (const { east, north, text } of plan.names.slice(0, mostNames)) {
    const [left, top] = at([east, north]);
    doc.text(text, left + 3, top - 8, { lineBreak: false });
  }
  const [middleX, middleY] = at([0, 0]);
  doc.circle(middleX, middleY, 6).lineWidth(2).fillAndStroke('#ffffff', colours.mark);
  doc.circle(middleX, middleY, 2.2).fill(colours.mark);
  drawScale(doc, { x: x + 10, y: y + height - 16, width: scaleMeters * points });
  doc.restore();
  doc.rect(x, y, width, height).lineWidth(0.5).strokeColor(colours.edge).stroke();
  return height;
}

type At = (point: readonly [number, number]) => readonly [number, number];

function drawShape(doc: PDFKit.PDFDocument, { look, lines }: PlanShape, at: At): void {
  for (const line of lines) {
    line.forEach((point, index) => {
      const [left, top] = at(point);
      if (index === 0) doc.moveTo(left, top);
      else doc.lineTo(left, top);
    });
  }
  switch (look) {
    case 'road':
    case 'main-road':
    case 'stream':
      doc.lineWidth(widths[look]).lineCap('round').strokeColor(colours[look]).stroke();
      return;
    case 'building':
      doc.lineWidth(0.4).fillAndStroke(colours.building, colours.edge);
      return;
    default:
      // Holes of a surface stay holes.
      doc.fill(colours[look], 'even-odd');
  }
}

function drawScale(doc: PDFKit.PDFDocument, { x, y, width }: Box): void {
  doc.lineWidth(1.2).strokeColor(colours.name);
  doc
    .moveTo(x, y - 3)
    .lineTo(x, y)
    .lineTo(x + width, y)
    .lineTo(x + width, y - 3)
    .stroke();
  doc.fillColor(colours.name).fontSize(7);
  doc.text(`${scaleMeters} m`, x, y + 2, { lineBreak: false });
}
