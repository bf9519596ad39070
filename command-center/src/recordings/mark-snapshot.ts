/** Who took a picture, of which unit, when and under which code, in its own pixels. */
const strokeShare = 1 / 6;
/** Where it stands faintly besides, in shares of the picture. */
const across = [
  [0.22, 0.22],
  [0.78, 0.28],
  [0.5, 0.5],
  [0.22, 0.72],
  [0.78, 0.78],
] as const;

/** Below and across the picture: neither is cut away without cutting into it. */
export function markSnapshot(canvas: HTMLCanvasElement, lines: readonly string[]): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas');
  const { width, height } = canvas;
  const size = Math.max(12, Math.round(height / 28));
  context.font = `500 ${size}px ${getComputedStyle(document.body).fontFamily}`;
  context.lineJoin = 'round';
  context.lineWidth = size * strokeShare;
  context.strokeStyle = 'black';
  context.fillStyle = 'white';
  const write = (line: string, x: number, y: number): void => {
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  };
  lines.forEach((line, i) =>
    write(line, size / 2, height - size * 1.3 * (lines.length - i) + size * 0.7),
  );
  context.globalAlpha = 0.3;
  context.textAlign = 'center';
  for (const [x, y] of across) {
    context.save();
    context.translate(width * x, height * y);
    context.rotate(-Math.PI / 9);
    lines.forEach((line, i) => write(line, 0, i * size * 1.3));
    context.restore();
  }
}
