import { expect, type Locator, type Page } from '@playwright/test';
import { accountOf } from '../src/stack/stack.ts';
import { HallPage, type Stack } from './hall.page.ts';

export type WallTileOf = { cameraId: string; incidentId?: string };

/** The wall of pictures as a person sees it. */
export class WallPage {
  readonly page: Page;
  /** The sockets that pictures came through, by path. */
  readonly pictureSockets: string[] = [];
  readonly #hall: HallPage;

  constructor(page: Page, stack: Stack) {
    this.page = page;
    this.#hall = new HallPage(page, stack);
    page.on('websocket', (socket) => {
      const { pathname } = new URL(socket.url());
      if (pathname.startsWith('/video/')) this.pictureSockets.push(pathname);
    });
  }

  async open(role: string, tiles: readonly WallTileOf[], purpose: string): Promise<void> {
    const cameras = tiles.map(({ cameraId, incidentId }) =>
      incidentId === undefined ? cameraId : `${cameraId}@${incidentId}`,
    );
    const search = new URLSearchParams({ cameras: cameras.join(','), purpose });
    await this.#hall.signInAt(`/wall?${search}`, accountOf(this.#hall.stack, role));
    await expect(this.page.locator(`[data-wall="${tiles.length}"]`)).toBeVisible();
  }

  tile(cameraId: string): Locator {
    return this.page.locator(`[data-wall] > [data-camera="${cameraId}"]`);
  }

  stage(cameraId: string): Locator {
    return this.tile(cameraId).locator('[data-picture-state]');
  }

  get canvas(): Locator {
    return this.page.locator('canvas[data-wall-canvas]');
  }

  figure(cameraId: string, name: string): Locator {
    return this.tile(cameraId).locator(`[data-figure="${name}"] dd`);
  }

  async untilLive(cameraId: string): Promise<void> {
    await expect(this.stage(cameraId)).toHaveAttribute('data-picture-state', 'live', {
      timeout: 60_000,
    });
  }

  /** Waits until more pictures of the camera have reached the screen. Its figures must be shown. */
  async untilMoving(cameraId: string): Promise<void> {
    const shown = async () => Number(await this.figure(cameraId, 'frames').textContent());
    const before = await shown();
    await expect.poll(shown, { timeout: 60_000 }).toBeGreaterThan(before + 2);
  }

  /** How many different colours lie in a tile's part of the canvas: a black one has a single one. */
  async coloursOn(cameraId: string): Promise<number> {
    const shot = await this.tile(cameraId).screenshot();
    return this.page.evaluate(
      async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(64, 36);
        const context = canvas.getContext('2d');
        context?.drawImage(picture, 0, 0, 64, 36);
        const { data = [] } = context?.getImageData(0, 0, 64, 36) ?? {};
        const colours = new Set<number>();
        for (let at = 0; at < data.length; at += 4) {
          colours.add((data[at]! >> 3) * 1024 + (data[at + 1]! >> 3) * 32 + (data[at + 2]! >> 3));
        }
        return colours.size;
      },
      [...shot],
    );
  }
}
