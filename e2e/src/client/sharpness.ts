/** How much neighbouring points of a part of a picture differ: what hiding takes away. */
import { readFileSync } from 'node:fs';
import type { Download, Locator } from '@playwright/test';

/** In shares of the picture's width and height. */
export type Part = { left: number; top: number; width: number; height: number };

/** Of what a tile's video shows now, and of a picture that was saved of it. */
export async function sharpnessOf(
  video: Locator,
  saved: Download,
  part: Part,
): Promise<{ shown: number; taken: number }> {
  const base64 = readFileSync(await saved.path()).toString('base64');
  return video.evaluate(
    async (element, { png, left, top, width, height }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const of = (picture: CanvasImageSource, across: number, down: number): number => {
        const canvas = new OffscreenCanvas(64, 64);
        const context = canvas.getContext('2d')!;
        const box = [left * across, top * down, width * across, height * down] as const;
        context.drawImage(picture, ...box, 0, 0, 64, 64);
        const { data } = context.getImageData(0, 0, 64, 64);
        let sum = 0;
        for (let at = 4; at < data.length; at += 4) sum += (data[at + 1]! - data[at - 3]!) ** 2;
        return sum / (data.length / 4);
      };
      const shownIn = element as HTMLVideoElement;
      return {
        shown: of(shownIn, shownIn.videoWidth, shownIn.videoHeight),
        taken: of(bitmap, bitmap.width, bitmap.height),
      };
    },
    { png: base64, ...part },
  );
}
