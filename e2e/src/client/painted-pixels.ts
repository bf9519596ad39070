/** How much of what a page shows is painted in a colour of the theme. */
import type { Page } from '@playwright/test';

type Clip = { x: number; y: number; width: number; height: number };

/** What blending with the ground under it changes of a colour, of 255 in each channel. */
const tolerance = 40;

/** Counts the pixels of the token's colour in a part of the screen. */
export async function paintedPixels(page: Page, token: string, clip: Clip): Promise<number> {
  const picture = await page.screenshot({ clip, timeout: 120_000 });
  return page.evaluate(
    async ({ base64, name, near }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const off = Math.max(
          Math.abs(data[at]! - red),
          Math.abs(data[at + 1]! - green),
          Math.abs(data[at + 2]! - blue),
        );
        if (off < near) count += 1;
      }
      return count;
    },
    { base64: picture.toString('base64'), name: token, near: tolerance },
  );
}
