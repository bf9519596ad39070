/** How soon a screen that reloads is back in its scene: its tiles in place, and its map drawn. */
import { promiseRows, type BenchRow } from '../bench-row.ts';
import { openTwoScreens, untilMapIsDrawn } from '../wall/two-screens.ts';

const promised = [3_000, 'ms'] as const;

export async function bench({ quick }: { quick: boolean }): Promise<BenchRow[]> {
  const screens = await openTwoScreens();
  try {
    const [page] = screens.pages;
    const inPlace: number[] = [];
    const drawn: number[] = [];
    for (let round = 0; round < (quick ? 5 : 15); round += 1) {
      const startedAt = performance.now();
      await page.reload({ waitUntil: 'commit' });
      await page
        .locator('[data-kind="map"] img, [data-engine][data-ready="true"]')
        .first()
        .waitFor({
          state: 'attached',
        });
      inPlace.push(performance.now() - startedAt);
      await untilMapIsDrawn(page);
      drawn.push(performance.now() - startedAt);
    }
    return [
      ...promiseRows('reload to the last picture in its place', inPlace, promised),
      ...promiseRows('reload to the map drawn anew', drawn, promised),
    ];
  } finally {
    await screens.close();
  }
}
