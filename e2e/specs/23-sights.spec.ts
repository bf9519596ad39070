import { join } from 'node:path';
import { expect, screenshots, test } from '../fixtures/test.ts';
import type { HallPage } from '../pages/hall.page.ts';

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
    await expect.poll(async () => (await idsOf(cameras)).at(-1), { timeout: 60_000 }).toBe(there[0]);

    await page.locator('[data-act="open-strip"]').click();
    await expect(page.locator('[data-camera-slot]').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-route]')).toBeHidden();
  });

  test('a camera is turned by its handle with what it would see in view, kept, and brought back', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall, 2);
    await page.keyboard.press('k');
    await page.locator('[data-field="road"]').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('camera');
    await page.keyboard.press('Escape');
  });
});

async function idsOf(cameras: import('@playwright/test').Locator): Promise<string[]> {
  return cameras.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-route-camera') ?? ''));
}
