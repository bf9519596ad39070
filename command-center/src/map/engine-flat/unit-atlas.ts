/** One picture with all unit marks, as deck.gl wants it: a disc per kind, one for unknown kinds, and the heading's arrow. */
import { shapePath } from '../mark-image.ts';
import { drawSymbol, type MapSymbols } from '../map-symbols.ts';
import { themeColor } from '../theme-colors.ts';

type Cell = { x: number; y: number; width: number; height: number };
export type UnitAtlas = { canvas: HTMLCanvasElement; mapping: Record<string, Cell> };

const cellPx = 64;
const prefix = 'unit-';

export function unitAtlas(symbols: MapSymbols): UnitAtlas {
  const kinds = [...symbols.keys()].filter((name) => name.startsWith(prefix));
  const names = ['heading', 'unknown', ...kinds.map((name) => name.slice(prefix.length))];
  const canvas = document.createElement('canvas');
  canvas.width = cellPx * names.length;
  canvas.height = cellPx;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas for the unit marks');
  const mapping: Record<string, Cell> = {};
  names.forEach((name, column) => {
    mapping[name] = { x: column * cellPx, y: 0, width: cellPx, height: cellPx };
    context.save();
    context.translate(column * cellPx, 0);
    if (name === 'heading') drawHeading(context);
    else drawUnit(context, symbols, name);
    context.restore();
  });
  return { canvas, mapping };
}

function drawUnit(context: CanvasRenderingContext2D, symbols: MapSymbols, kind: string): void {
  context.lineWidth = 5;
  context.fillStyle = themeColor('map-unit');
  context.strokeStyle = themeColor('map-halo');
  const disc = shapePath('disc', cellPx, context.lineWidth);
  context.fill(disc);
  context.stroke(disc);
  context.fillStyle = themeColor('map-halo');
  const size = cellPx * 0.58;
  const edge = (cellPx - size) / 2;
  drawSymbol(context, symbols.get(prefix + kind), { x: edge, y: edge, size });
}

/** Points up; the layer turns it to the heading. */
function drawHeading(context: CanvasRenderingContext2D): void {
  const middle = cellPx / 2;
  context.fillStyle = themeColor('map-unit');
  context.beginPath();
  context.moveTo(middle, 1);
  context.lineTo(middle + 12, 16);
  context.lineTo(middle - 12, 16);
  context.closePath();
  context.fill();
}
