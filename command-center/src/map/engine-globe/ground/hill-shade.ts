/** Light and shadow of the hills, painted into the ground: as on the flat map, at every hour from the same side. */
const size = 64;
/** Light from the north-west, 45 degrees high, as on printed maps. */
const light = { east: -0.5, north: 0.5, up: Math.SQRT1_2 };

export type ShadeTones = { shadow: string; highlight: string; strength: number };

export const shadeGridSize = size + 1;

/** `grid` has shadeGridSize² heights; `meters` is the side of the tile on the ground. */
export function paintHillShade(
  context: CanvasRenderingContext2D,
  grid: Float32Array,
  { meters, tones }: { meters: number; tones: ShadeTones },
): void {
  const shade = new OffscreenCanvas(size, size);
  const shadeContext = shade.getContext('2d');
  if (!shadeContext) return;
  const image = shadeContext.createImageData(size, size);
  const [shadow, highlight] = [rgb(tones.shadow), rgb(tones.highlight)];
  const cell = meters / size;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const brightness = brightnessAt(grid, row, column, cell);
      const [tone, share] =
        brightness < 0 ? [shadow, -brightness * 1.6] : [highlight, brightness * 0.9];
      const alpha = Math.min(1, share * tones.strength * 3) * 255;
      image.data.set([...tone, alpha], (row * size + column) * 4);
    }
  }
  shadeContext.putImageData(image, 0, 0);
  context.imageSmoothingQuality = 'high';
  context.drawImage(shade, 0, 0, context.canvas.width, context.canvas.height);
}

/** Brighter or darker than flat ground, -0.7 to 0.3. */
function brightnessAt(grid: Float32Array, row: number, column: number, cell: number): number {
  const at = (r: number, c: number) => grid[r * shadeGridSize + c] ?? 0;
  const slopeEast = (at(row, column + 1) - at(row, column)) / cell;
  const slopeNorth = (at(row, column) - at(row + 1, column)) / cell;
  const length = Math.sqrt(slopeEast ** 2 + slopeNorth ** 2 + 1);
  return (light.up - light.east * slopeEast - light.north * slopeNorth) / length - light.up;
}

function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.replace('#', ''), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
