import type { Locator, Page } from '@playwright/test';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import { HallPage } from '../pages/hall.page.ts';

/** Places on a map of 1920 by 1080 that no panel covers, even with two cards open. */
const square = [
  [1060, 420],
  [1240, 420],
  [1240, 640],
  [1060, 640],
] as const;

/** What is asked about is counted by the server, drawn or not; without a graphics card each mark costs. */
const layers = 'areas,incidents';

async function clickAlong(page: Page, places: readonly (readonly [number, number])[]) {
  for (const [x, y] of places) await page.mouse.click(x, y);
}

async function rowsOf(page: Page): Promise<number> {
  const rows = page.locator('[data-list="within"] > li');
  await expect(rows.first()).toBeVisible();
  const more = page.locator('[data-more]');
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
  return rows.count();
}

const valueOf = async (figure: Locator): Promise<number> =>
  Number(await figure.locator('[data-value]').getAttribute('data-value'));

test.use({ viewport: { width: 1920, height: 1080 } });

test.describe('draw and ask', () => {
  test.setTimeout(240_000);

  /** The middle of the county seat, where there is something of everything. */
  const openSeat = async (hall: HallPage): Promise<void> => {
    await hall.open('duty-officer', { at: [111.672, 27.69], metersPerPixel: 4, layers });
    await expect(hall.page.locator('[data-engine="flat"] canvas').first()).toBeAttached({
      timeout: 90_000,
    });
    await hall.page.keyboard.press('c');
    await expect(hall.page.locator('[data-ask-tool="polygon"]')).toBeVisible();
  };

  test('a polygon is asked about: each number opens as many rows, and it is found again as a layer', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall);
    await clickAlong(page, square);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-counts]')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('[data-figure="within-population"]')).toBeVisible();
    // Units drive in and out: their rows are those that were counted.
    const units = page.locator('[data-figure="within-units"]');
    const unitCount = await valueOf(units);
    await units.click();
    await expect(page.locator('[data-list="within"] > li')).toHaveCount(unitCount);
    for (const name of ['places', 'cameras'] as const) {
      const figure = page.locator(`[data-figure="within-${name}"]`);
      const value = await valueOf(figure);
      expect(value).toBeGreaterThan(0);
      await figure.click();
      expect(await rowsOf(page)).toBe(value);
    }
    await keepPicture(page, 'draw-and-ask.png');

    const download = page.waitForEvent('download');
    await page.locator('[data-export="csv"]').click();
    expect((await download).suggestedFilename()).toMatch(/^cameras-.*\.csv$/);

    const name = `集市 ${Date.now()}`;
    await page.locator('[data-field="layer"]').fill(name);
    await page.locator('[data-act="save-layer"]').click();
    await page.reload();
    await expect(page.getByRole('application')).toBeVisible();
    await page.keyboard.press('y');
    const layer = page.locator(`[data-drawn-layer="${name}"]`);
    await expect(layer).toBeVisible({ timeout: 30_000 });
    await layer.locator('[data-act="remove"]').click();
    await expect(layer).toBeHidden();
    await page.locator('[data-act="trash"]').click();
    await page.locator('li', { hasText: name }).locator('[data-act="restore"]').click();
    await page.locator('[data-act="trash"]').click();
    await expect(layer).toBeVisible();
  });

  test('a polygon is drawn and asked about by keys alone', async ({ hall }) => {
    const { page } = hall;
    await openSeat(hall);
    const crosshair = page.locator('[data-crosshair]');
    await expect(crosshair).toHaveAttribute('data-crosshair', '0');
    for (const [arrow, corners] of [
      ['ArrowRight', '1'],
      ['ArrowDown', '2'],
      ['ArrowLeft', '3'],
    ] as const) {
      await page.keyboard.press('Space');
      await expect(crosshair).toHaveAttribute('data-crosshair', corners);
      const before = page.url();
      await page.keyboard.press(arrow);
      await page.keyboard.press(arrow);
      // The address follows the map once it rests.
      await expect.poll(() => page.url()).not.toBe(before);
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-counts]')).toBeVisible({ timeout: 30_000 });
    await expect(crosshair).toHaveCount(0);
  });

  test('an outline that crosses itself is refused, and says so', async ({ hall }) => {
    await openSeat(hall);
    const [a, b, c, d] = square;
    await clickAlong(hall.page, [a, c, b, d]);
    await hall.page.keyboard.press('Enter');
    await expect(hall.page.locator('[data-fault="self-crossing"]')).toBeVisible();
    await expect(hall.page.locator('[data-counts]')).toBeHidden();
  });

  test('a line with ground to both sides is asked about, and a broader one holds more', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall);
    await page.locator('[data-ask-tool="line"]').click();
    await clickAlong(page, [square[0], square[2]]);
    await page.keyboard.press('Enter');
    const figure = page.locator('[data-figure="within-components"]');
    await expect(figure).toBeVisible({ timeout: 30_000 });
    const narrow = await valueOf(figure);
    await page.locator('[data-field="buffer"]').fill('400');
    await page.locator('[data-field="buffer"]').press('Enter');
    await expect.poll(() => valueOf(figure), { timeout: 30_000 }).toBeGreaterThan(narrow);
  });

  test('what a car reaches and what is seen from here are asked about, by measures that are told', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall);
    await page.locator('[data-ask-tool="travel"]').click();
    await page.mouse.click(1150, 530);
    const figure = page.locator('[data-figure="within-components"]');
    await expect(figure).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('[data-speeds]')).toContainText('未经实测');
    const near = await valueOf(figure);
    await page.locator('[data-field="minutes"]').fill('8');
    await page.locator('[data-field="minutes"]').press('Enter');
    await expect.poll(() => valueOf(figure), { timeout: 60_000 }).toBeGreaterThan(near);
    await hall.untilDrawn('asked', 'asked-from');
    await keepPicture(page, 'travel-ring.png');

    await page.locator('[data-ask-tool="sight"]').click();
    await clickAlong(page, [square[1], square[3]]);
    const share = page.locator('[data-visible-share]');
    await expect(share).toBeVisible({ timeout: 60_000 });
    const low = Number(await share.getAttribute('data-visible-share'));
    await page.locator('[data-field="height"]').fill('60');
    await page.locator('[data-field="height"]').press('Enter');
    await expect
      .poll(async () => Number(await share.getAttribute('data-visible-share')), { timeout: 60_000 })
      .toBeGreaterThan(low);
  });
});

test('two people plot on one incident, see each other, and take back only their own', async ({
  hall,
  city,
  browser,
  stack,
}) => {
  test.setTimeout(240_000);
  const [longitude, latitude] = [111.672, 27.69];
  const report = { classCode: 'E0102', title: '标绘演练', longitude, latitude };
  const incidentId = await city.report('duty-officer', report);
  await city.acknowledge(incidentId);
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const other = new HallPage(await context.newPage(), stack);
  const view = {
    at: [longitude, latitude],
    metersPerPixel: 2,
    selected: `incident:${incidentId}`,
    layers,
  } as const;
  await hall.open('duty-officer', view);
  await other.open('shift-leader', view);
  for (const { page } of [hall, other]) {
    await page.locator('[data-act="plots"]').click({ timeout: 60_000 });
    await expect(page.locator('[data-plots]')).toBeVisible();
  }
  const plotsOf = ({ page }: HallPage) => page.locator('[data-plots] [data-plot]');
  await hall.page.locator('[data-plot-symbol="fire"]').click();
  await hall.page.mouse.click(1150, 500);
  await expect(plotsOf(hall)).toHaveCount(1, { timeout: 10_000 });
  await expect(plotsOf(other)).toHaveCount(1, { timeout: 10_000 });

  await other.page.locator('[data-field="plot-kind"]').selectOption('attack-arrow');
  await other.page.locator('[data-act="draw-plot"]').click();
  await clickAlong(other.page, [
    [1080, 640],
    [1200, 560],
  ]);
  await other.page.keyboard.press('Enter');
  await expect(plotsOf(hall)).toHaveCount(2, { timeout: 10_000 });
  await keepPicture(hall.page, 'plotting.png');

  await hall.page.locator('[data-act="undo"]').click();
  await expect(plotsOf(other)).toHaveCount(1, { timeout: 10_000 });
  await hall.page.locator('[data-act="redo"]').click();
  await expect(plotsOf(other)).toHaveCount(2, { timeout: 10_000 });

  // The attack arrow is pulled by its tip, and the other's name for it stays.
  const arrow = other.page.locator('[data-plot]', { hasText: '进攻箭头' });
  const id = await arrow.getAttribute('data-plot');
  await arrow.locator('[data-act="reshape-plot"]').click();
  await other.untilDrawn('plot-corners', 'plot-sides');
  const tipOf = async (client: 'duty-officer' | 'shift-leader'): Promise<number> => {
    const officer = await city.as(client);
    const { plots } = await officer.get<{
      plots: { id: string; shape: { coordinates: [number, number][] } }[];
    }>('query ($i: ID!) { plots(incidentId: $i, removed: false) { id shape } }', { i: incidentId });
    return plots.find((plot) => plot.id === id)!.shape.coordinates.at(-1)![0];
  };
  const before = await tipOf('shift-leader');
  await other.page.mouse.move(1200, 560);
  await other.page.mouse.down();
  await other.page.mouse.move(1260, 540);
  await other.page.mouse.move(1320, 520);
  await keepPicture(other.page, 'plot-reshaped.png');
  await other.page.mouse.up();
  await expect.poll(() => tipOf('shift-leader'), { timeout: 30_000 }).toBeGreaterThan(before);
  await expect(hall.page.locator(`[data-plot="${id}"]`)).toHaveAttribute('data-version', '2');
  await other.page.locator('[data-act="undo"]').click();
  await expect.poll(() => tipOf('shift-leader'), { timeout: 30_000 }).toBe(before);
  await context.close();
});
