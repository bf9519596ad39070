/** A wall that goes from sixteen cameras to the next sixteen for as long as an hour of stops. */
import { afterEach, expect, test } from 'vitest';
import { usedBy } from '../bench/video/process-figures.ts';
import { openScreenHall, type ScreenHall } from '../bench/video/screen-hall.ts';

const tiles = 16;
/** An hour at ten seconds each has 360. */
const stops = Number(process.env['TOUR_STOPS'] ?? 60);
/** A tour goes on, whatever a camera of its page does not show by then. */
const longestStopMs = 20_000;
const settledAfter = Math.ceil(stops / 3);

let hall: ScreenHall | null = null;

afterEach(async () => {
  await hall?.close();
  hall = null;
});

test(
  'a page that tours keeps no decoder, no socket and no memory of the stops behind it',
  { timeout: 1_800_000 },
  async () => {
    hall = await openScreenHall();
    const { page, gateway } = hall;
    const browser = await page.context().newCDPSession(page);
    await browser.send('Performance.enable');
    const heap = async () => {
      await browser.send('HeapProfiler.collectGarbage');
      const { metrics } = await browser.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value;
    };
    const views = async () => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      return [...text.matchAll(/^video_gateway_views\{[^}]*\} (\d+)/gm)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
    };
    let notFilled = 0;
    let settled = { heap: 0, descriptors: 0, rssBytes: 0 };
    for (let stop = 0; stop < stops; stop += 1) {
      const transport = stop % 2 === 0 ? 'wall' : 'fmp4';
      const cameras = JSON.stringify(Array.from({ length: tiles }, () => 'bench-camera'));
      const all = await page.evaluate(
        `Promise.race([playTiles("${transport}", ${cameras}), new Promise((leave) => setTimeout(leave, ${longestStopMs}, null))])`,
      );
      if (all === null) notFilled += 1;
      await page.evaluate('stopTiles()');
      if (stop === settledAfter) settled = { heap: await heap(), ...usedBy(gateway.pid) };
    }
    // The keeper of the hall alone still looks.
    await expect.poll(views, { timeout: 60_000 }).toBe(1);
    const after = { heap: await heap(), ...usedBy(gateway.pid) };
    console.log(
      `${stops} stops: page ${mb(settled.heap)} → ${mb(after.heap)}, gateway ${mb(settled.rssBytes)} → ${mb(after.rssBytes)}, ` +
        `descriptors ${settled.descriptors} → ${after.descriptors}, ${notFilled} pages not filled`,
    );
    // Of pages that showed nothing nothing could be left behind.
    expect(notFilled).toBeLessThan(stops / 2);
    expect(after.heap - settled.heap).toBeLessThan(10e6);
    expect(after.descriptors - settled.descriptors).toBeLessThanOrEqual(4);
    expect(after.rssBytes - settled.rssBytes).toBeLessThan(100e6);
  },
);

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
