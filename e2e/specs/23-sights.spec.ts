import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, screenshots, test } from '../fixtures/test.ts';
import { pointAt } from 'grid-data';
import type { HallPage } from '../pages/hall.page.ts';

type Ranked = { camera: { id: string }; relation: string; reason: string };

test.use({ viewport: { width: 1920, height: 1080 } });

/** The county seat, where cameras stand along the roads. */
const seat = [111.672, 27.69] as const;

const openSeat = async (hall: HallPage, metersPerPixel: number): Promise<void> => {
  await hall.open('duty-officer', { at: seat, metersPerPixel, layers: 'areas,cameras' });
  await expect(hall.page.locator('[data-engine="flat"] canvas').first()).toBeAttached({
    timeout: 90_000,
  });
};

test.describe('what cameras see', () => {
  test.setTimeout(240_000);

  test('along a road its cameras come in order, each with its reason, and turn round with the road', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall, 2);
    await page.keyboard.press('k');
    await page.locator('[data-route-tool="line"]').click();
    for (const [x, y] of [
      [700, 300],
      [1100, 300],
      [1100, 800],
    ] as const) {
      await page.mouse.click(x, y);
    }
    await page.keyboard.press('Enter');
    const cameras = page.locator('[data-route-camera]');
    await expect(cameras.first()).toBeVisible({ timeout: 60_000 });
    const there = await idsOf(cameras);
    expect(await cameras.first().getAttribute('data-reason')).not.toBe('');
    await page.screenshot({ path: join(screenshots, 'along-the-road.png'), timeout: 120_000 });

    await page.locator('[data-act="turn-route"]').click();
    // Two that do most for the same place may change their order; the ends do not.
    await expect
      .poll(async () => (await idsOf(cameras)).at(-1), { timeout: 60_000 })
      .toBe(there[0]);

    await page.locator('[data-act="open-strip"]').click();
    await expect(page.locator('[data-camera-slot]').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-route]')).toBeHidden();
  });

  test('a place behind a house is said to be blocked by the building', async ({ city }) => {
    const officer = await city.as('duty-officer');
    const cameras = (await city.cameras()).filter(
      ({ kind, bearingDeg }) => kind === 'fixed' && bearingDeg !== null,
    );
    const reasons = new Set<string>();
    for (const camera of cameras.slice(0, 40)) {
      const reach = (camera.rangeMeters ?? 100) * 0.9;
      const [longitude, latitude] = pointAt(
        [camera.position.longitude, camera.position.latitude],
        camera.bearingDeg ?? 0,
        reach,
      );
      const { nearestCameras } = await officer.get<{ nearestCameras: Ranked[] }>(
        `query ($at: PositionInput!) { nearestCameras(position: $at, withinMeters: 500, first: 20) {
           camera { id } relation reason } }`,
        { at: { longitude, latitude } },
      );
      for (const ranked of nearestCameras) {
        if (ranked.camera.id !== camera.id) continue;
        reasons.add(ranked.reason);
        // In the middle of its picture and within its range: either it is seen, or something stands there.
        if (ranked.reason === 'building') expect(ranked.relation).toBe('near');
      }
      if (reasons.has('building') && reasons.has('clear')) break;
    }
    expect([...reasons]).toEqual(expect.arrayContaining(['building', 'clear']));
  });
});

async function idsOf(cameras: Locator): Promise<string[]> {
  return cameras.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-route-camera') ?? ''),
  );
}
