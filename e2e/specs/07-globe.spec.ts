import type { Page } from '@playwright/test';
import { expect, keepPicture, test } from '../fixtures/test.ts';

test('one key turns the flat map into a globe and keeps the place in view', async ({
  hall,
  city,
  page,
}) => {
  const camera = (await city.cameras()).find(({ state }) => state === 'online');
  const at = [camera?.position.longitude ?? 0, camera?.position.latitude ?? 0] as const;
  const selected = `camera:${camera?.id}`;
  await hall.open('duty-officer', { at, metersPerPixel: 2, layers: 'cameras,incidents', selected });
  await expect(page.locator('canvas').first()).toBeVisible();
  const place = () => (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
  const sameScene = async () => {
    const asked = () => new URL(page.url()).searchParams;
    await expect.poll(() => Math.abs(Number(asked().get('mpp')) / 2 - 1)).toBeLessThan(0.05);
    expect(asked().get('sel')).toBe(selected);
    expect(asked().get('layers')?.split(',').sort()).toEqual(['cameras', 'incidents']);
  };
  await page.getByRole('application').press('g');
  await expect
    .poll(() => new URL(page.url()).searchParams.get('engine'), { timeout: 60_000 })
    .toBe('globe');
  await expect.poll(() => near(place(), at)).toBe(true);
  await sameScene();
  await keepPicture(page, 'globe.png');
  await page.getByRole('application').press('g');
  await expect
    .poll(() => new URL(page.url()).searchParams.get('engine'), { timeout: 60_000 })
    .toBeNull();
  await expect.poll(() => near(place(), at)).toBe(true);
  await sameScene();
});

for (const engine of ['flat', 'globe'] as const) {
  test(`a ${engine} map whose graphics card drops it is drawn anew at the same place`, async ({
    hall,
    city,
    page,
  }) => {
    const camera = (await city.cameras()).find(({ state }) => state === 'online');
    if (camera === undefined) throw new Error('the demo has no camera online');
    const at = [camera.position.longitude, camera.position.latitude] as const;
    await hall.open('duty-officer', { at, metersPerPixel: 0.6, layers: 'cameras' });
    const map = page.locator(`[data-engine="${engine}"]`);
    await expect(page.locator('[data-engine="flat"][data-ready]')).toBeVisible();
    if (engine === 'globe') await page.getByRole('application').press('g');
    await expect(map).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
    await map.evaluate((element) => {
      element.setAttribute('data-before', 'true');
      for (const canvas of element.querySelectorAll('canvas')) {
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
      }
    });
    await expect(page.locator('[data-before]')).toHaveCount(0);
    await expect(map).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
    await expect(page.locator('[data-map-trouble]')).toHaveCount(0);
    await hall.clickMiddleUntil(hall.cameraWindow(camera.id));
  });
}

for (const engine of ['flat', 'globe'] as const) {
  test(`on the ${engine} map night falls with the moment that is shown, unless it is not wanted`, async ({
    hall,
    page,
  }) => {
    const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const lightAt = async (time: string): Promise<number> => {
      const moment = new Date(`${today}T${time}+08:00`).toISOString();
      await page.goto(`${hall.stack.url}/?layers=areas&engine=${engine}&t=${moment}`);
      await expect(page.locator(`[data-engine="${engine}"][data-ready]`)).toBeAttached({
        timeout: 60_000,
      });
      return settledLight(page);
    };
    await hall.open('duty-officer', { layers: 'areas' });
    const noon = await lightAt('12:30');
    await keepPicture(page, `${engine}-noon.png`);
    const midnight = await lightAt('00:30');
    await keepPicture(page, `${engine}-midnight.png`);
    expect(midnight).toBeLessThan(noon * 0.9);
    await page.getByRole('application').press('y');
    await page.locator('[data-sun-and-night]').uncheck();
    await expect.poll(() => settledLight(page), { timeout: 60_000 }).toBeGreaterThan(noon * 0.95);
  });
}

/** How light the middle of the map is, 0 to 255, once it is the same twice. */
async function settledLight(page: Page): Promise<number> {
  let before = -1;
  for (;;) {
    const light = await lightOf(page);
    if (Math.abs(light - before) < 0.3) return light;
    before = light;
    await page.waitForTimeout(1_500);
  }
}

async function lightOf(page: Page): Promise<number> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
  const clip = { x: width / 2 - 100, y: height / 2 - 100, width: 200, height: 200 };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return (
      data.reduce((sum, part, i) => (i % 4 === 3 ? sum : sum + part), 0) / (data.length * 0.75)
    );
  }, picture);
}

function near(one: number[], other: readonly number[]): boolean {
  return one.every((value, i) => Math.abs(value - (other[i] ?? Number.NaN)) < 0.001);
}
