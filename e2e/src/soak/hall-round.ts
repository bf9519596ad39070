/** What happens in a hall, over and over: a report with its windows, panels called and sent away, the past, flights. */
import type { Page } from 'playwright-core';
import type { City, CityCamera } from '../client/city.ts';

const patience = { timeout: 120_000 };
/** Each opens by its key and goes by Esc. */
const panelKeys = ['s', 'y', 'd', 'r', 'c', 'k', 'j', '?'] as const;

export async function hallRound(page: Page, city: City, camera: CityCamera): Promise<void> {
  await alarm(page, city, camera);
  for (const key of panelKeys) {
    await page.getByRole('application').press(key);
    await page.keyboard.press('Escape');
  }
  await intoThePast(page);
  await page.getByRole('application').press('h');
  await settle(page);
}

async function alarm(page: Page, city: City, { position }: CityCamera): Promise<void> {
  const { longitude, latitude } = position;
  const report = { classCode: 'E0102', title: '长时间运行', longitude, latitude };
  const incidentId = await city.report('acceptor', report);
  await page.locator(`[data-alarm="${incidentId}"]`).waitFor(patience);
  await page.getByRole('application').press('f');
  await city.acknowledge(incidentId);
  await page.locator(`[data-alarm="${incidentId}"]`).waitFor({ ...patience, state: 'detached' });
  const windows = page.locator('[data-camera-slot]');
  // Card, windows: Esc closes what was opened last.
  for (let presses = 0; presses < 12; presses += 1) {
    await page.getByRole('application').press('Escape');
  }
  await windows.first().waitFor({ ...patience, state: 'detached' });
}

async function intoThePast(page: Page): Promise<void> {
  const handle = page.locator('footer input[type=range]');
  await handle.focus();
  for (let minute = 0; minute < 3; minute += 1) await page.keyboard.press('ArrowLeft');
  await page.locator('[data-picture-at]').waitFor(patience);
  await page.keyboard.press('Escape');
  await page.locator('[data-replay]').waitFor({ ...patience, state: 'detached' });
}

async function settle(page: Page): Promise<void> {
  await page.locator('[data-status="live"]').waitFor(patience);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
}
