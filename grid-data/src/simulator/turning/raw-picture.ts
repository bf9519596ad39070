import type { Raster } from '../clips/drawing/raster.ts';

/** Sixteen points a side are one block of H.264. */
export const blockSize = 16;
export const pictureSize = { width: 480, height: 272 } as const;

/** Brightness and, at half the size, the two colour differences (BT.601, limited range): one after the other. */
export type RawPicture = Uint8Array;

const { width, height } = pictureSize;
const lumaBytes = width * height;
const chromaBytes = lumaBytes / 4;
export const rawBytes = lumaBytes + 2 * chromaBytes;
/** Where each plane begins, and how long its rows are. */
export const planes = [
  { at: 0, stride: width, block: blockSize },
  { at: lumaBytes, stride: width / 2, block: blockSize / 2 },
  { at: lumaBytes + chromaBytes, stride: width / 2, block: blockSize / 2 },
] as const;

export function rawPictureOf({ pixels }: Raster): RawPicture {
  const raw = new Uint8Array(rawBytes);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const [red, green, blue] = [pixels[at * 3]!, pixels[at * 3 + 1]!, pixels[at * 3 + 2]!];
      raw[at] = 16 + (66 * red + 129 * green + 25 * blue + 128) / 256;
      if (row % 2 === 1 || column % 2 === 1) continue;
      const small = (row / 2) * (width / 2) + column / 2;
      raw[lumaBytes + small] = 128 + (-38 * red - 74 * green + 112 * blue + 128) / 256;
      raw[lumaBytes + chromaBytes + small] = 128 + (112 * red - 94 * green - 18 * blue + 128) / 256;
    }
  }
  return raw;
}
