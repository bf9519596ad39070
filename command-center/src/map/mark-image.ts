/** Draws one mark of the map: a shape that says the state, with the symbol of what it is inside. */
import type { MarkShape } from './layer.ts';
import { drawSymbol, type MapSymbols } from './map-symbols.ts';
import { themeColor } from './theme-colors.ts';

export type MarkLook = { shape: MarkShape; color: string; icon: string; sizePx: number };

export function drawMark(look: MarkLook, symbols: MapSymbols, pixelRatio: number): ImageData {
  const size = Math.ceil(look.sizePx * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas for the map marks');
  const color = themeColor(look.color);
  context.lineJoin = 'round';
  context.lineWidth = Math.max(1.5, size / 14);
  const outline = shapePath(look.shape, size, context.lineWidth);
  if (look.shape === 'ring') {
    context.fillStyle = color;
    drawSymbol(context, symbols.get(look.icon), inset(size, 0.86));
    return context.getImageData(0, 0, size, size);
  }
  context.fillStyle = color;
  context.strokeStyle = themeColor('map-halo');
  context.fill(outline);
  context.stroke(outline);
  context.fillStyle = themeColor('on-state');
  drawSymbol(context, symbols.get(look.icon), symbolBox(look.shape, size));
  return context.getImageData(0, 0, size, size);
}

export function shapePath(shape: MarkShape, size: number, lineWidth: number): Path2D {
  const path = new Path2D();
  const middle = size / 2;
  const edge = lineWidth;
  switch (shape) {
    case 'disc':
    case 'ring':
      path.arc(middle, middle, middle - edge, 0, Math.PI * 2);
      break;
    case 'square':
      path.roundRect(edge * 1.6, edge * 1.6, size - edge * 3.2, size - edge * 3.2, size / 8);
      break;
    case 'diamond':
      corners(path, [middle, edge], [size - edge, middle], [middle, size - edge], [edge, middle]);
      break;
    case 'triangle':
      corners(path, [middle, edge], [size - edge, size - edge * 1.5], [edge, size - edge * 1.5]);
      break;
  }
  return path;
}

function corners(path: Path2D, first: [number, number], ...others: [number, number][]): void {
  path.moveTo(...first);
  for (const corner of others) path.lineTo(...corner);
  path.closePath();
}

function inset(size: number, share: number): { x: number; y: number; size: number } {
  const inner = size * share;
  return { x: (size - inner) / 2, y: (size - inner) / 2, size: inner };
}

/** Where the symbol lies within the shape. */
export function symbolBox(shape: MarkShape, size: number): { x: number; y: number; size: number } {
  const share = { disc: 0.6, ring: 0.86, square: 0.62, diamond: 0.5, triangle: 0.44 }[shape];
  const box = inset(size, share);
  return shape === 'triangle' ? { ...box, y: box.y + size * 0.12 } : box;
}
