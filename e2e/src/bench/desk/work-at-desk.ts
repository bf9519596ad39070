/** What a desk costs its browser: opened, walked through by keys, scrolled. */
import type { Page } from 'playwright-core';

export type DeskCost = {
  /** From the address to the first row. */
  openMs: number;
  /** From each key to the row it chooses. */
  keysMs: number[];
  /** What the main thread was busy with meanwhile. */
  busyMs: number;
};

const patience = { timeout: 120_000 };
const keys = 90;
const scrolls = 30;

export async function workAtDesk(page: Page, url: string): Promise<DeskCost> {
  await page.goto('about:blank');
  const began = performance.now();
  await page.goto(`${url}/desk?layers=areas`);
  await page.locator('[data-worklist="open"]').click(patience);
  await page.locator('[data-rows="open"] [data-case-row]').first().waitFor(patience);
  const openMs = performance.now() - began;
  // What comes with the page but not with the list: the map's first tiles, the counts.
  await page.waitForTimeout(5_000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await busy();
  const keysMs = await page.evaluate(walkByKeys, keys);
  await page.evaluate(scrollDown, scrolls);
  return { openMs, keysMs, busyMs: (await busy()) - before };
}

/** In the page: no answer of ours stands between a key and the row. */
async function walkByKeys(count: number): Promise<number[]> {
  const chosen = () =>
    document.querySelector<HTMLElement>('[data-case-row][aria-current="true"]')?.dataset['caseRow'];
  const times: number[] = [];
  for (let key = 0; key < count; key += 1) {
    const from = chosen();
    const at = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    while (chosen() === from || chosen() === undefined) {
      if (performance.now() - at > 20_000) throw new Error('no row was chosen');
      await new Promise(requestAnimationFrame);
    }
    times.push(performance.now() - at);
  }
  return times;
}

async function scrollDown(count: number): Promise<void> {
  const frame = document.querySelector('[data-rows]')?.parentElement;
  if (!frame) throw new Error('no list to scroll');
  frame.scrollTop = 0;
  for (let step = 0; step < count; step += 1) {
    frame.scrollTop += 250;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
