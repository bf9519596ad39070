import { expect, keepPicture, test } from '../fixtures/test.ts';

test('one key turns the flat map into a globe and keeps the place in view', async ({
  hall,
  city,
  page,
}) => {
  const camera = (await city.cameras()).find(({ state }) => state === 'online');
  const at = [camera?.position.longitude ?? 0, camera?.position.latitude ?? 0] as const;
  await hall.open('duty-officer', { at, metersPerPixel: 2, layers: 'cameras,incidents' });
  await expect(page.locator('canvas').first()).toBeVisible();
  const place = () => (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
  await page.getByRole('application').press('g');
  await expect
    .poll(() => new URL(page.url()).searchParams.get('engine'), { timeout: 60_000 })
    .toBe('globe');
  await expect.poll(() => near(place(), at)).toBe(true);
  await keepPicture(page, 'globe.png');
  await page.getByRole('application').press('g');
  await expect
    .poll(() => new URL(page.url()).searchParams.get('engine'), { timeout: 60_000 })
    .toBeNull();
  await expect.poll(() => near(place(), at)).toBe(true);
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

function near(one: number[], other: readonly number[]): boolean {
  return one.every((value, i) => Math.abs(value - (other[i] ?? Number.NaN)) < 0.001);
}
