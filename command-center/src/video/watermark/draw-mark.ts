/** The mark as a small picture: drawn by the page, because a worker does not have the page's fonts. */
const lineHeight = 1.3;
/** Of the tile: readable on it, and never so wide that the picture's edge cuts it. */
const textPerHeight = 1 / 20;
const mostOfWidth = 0.86;
const scratch = { width: 0, height: 0, canvas: null as OffscreenCanvas | null };

export function drawMark(
  lines: readonly string[],
  tile: { width: number; height: number },
): ImageBitmap {
  const smallest = 11 * devicePixelRatio;
  let size = Math.max(smallest, Math.min(tile.height * textPerHeight, 22 * devicePixelRatio));
  const canvas = (scratch.canvas ??= new OffscreenCanvas(1, 1));
  // In the processor's memory: the worker draws it again and again, and must not fetch it from a graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('the browser gives no canvas');
  const fontOf = (px: number) => `500 ${px}px ${fontFamily()}`;
  context.font = fontOf(size);
  const widest = Math.max(...lines.map((line) => context.measureText(line).width));
  const fit = Math.min(1, (tile.width * mostOfWidth) / Math.max(1, widest));
  size *= fit;
  canvas.width = Math.max(1, Math.ceil(widest * fit + size));
  canvas.height = Math.max(1, Math.ceil(lines.length * size * lineHeight));
  context.font = fontOf(size);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const [index, line] of lines.entries()) {
    const y = (index + 0.5) * size * lineHeight;
    context.strokeStyle = 'rgb(0 0 0 / 0.5)';
    context.lineWidth = size / 6;
    context.strokeText(line, size / 2, y);
    context.fillStyle = 'rgb(255 255 255 / 0.62)';
    context.fillText(line, size / 2, y);
  }
  return canvas.transferToImageBitmap();
}

const fontFamily = (): string => getComputedStyle(document.body).fontFamily;
