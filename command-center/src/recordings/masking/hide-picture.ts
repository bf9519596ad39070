/** Hides all of a picture: what is left are so few patches of colour that no face or plate is in them any more. */
const patches = 16;

/** The canvas holds nothing else afterwards, whoever sharpens it. */
export function hidePicture(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas');
  const { width, height } = canvas;
  const few = document.createElement('canvas');
  const scale = patches / Math.min(width, height);
  few.width = Math.max(1, Math.round(width * scale));
  few.height = Math.max(1, Math.round(height * scale));
  const small = few.getContext('2d');
  if (small === null) throw new Error('the browser gives no canvas');
  // By halves, so that each patch is of all its points and not of the one in its middle.
  small.imageSmoothingQuality = 'high';
  small.drawImage(halved(canvas, few), 0, 0, few.width, few.height);
  context.imageSmoothingEnabled = true;
  context.drawImage(few, 0, 0, width, height);
}

function halved(from: HTMLCanvasElement, to: { width: number; height: number }): HTMLCanvasElement {
  let at = from;
  while (at.width > to.width * 2 && at.height > to.height * 2) {
    const half = document.createElement('canvas');
    half.width = Math.ceil(at.width / 2);
    half.height = Math.ceil(at.height / 2);
    half.getContext('2d')?.drawImage(at, 0, 0, half.width, half.height);
    at = half;
  }
  return at;
}
