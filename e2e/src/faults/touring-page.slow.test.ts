/** A wall that goes from sixteen cameras to the next sixteen as often as in an hour of ten seconds each. */
import type { CDPSession } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { usedBy } from '../bench/video/process-figures.ts';
import { openScreenHall, type ScreenHall } from '../bench/video/screen-hall.ts';

const tiles = 16;
const stops = 360;
/** A tile that shows nothing by then is one that a person would have seen empty at its stop. */
const longestStopMs = 30_000;
/** By then decoders, buffers and pulls are as many as a tour needs. */
const settledAfter = 60;

let hall: ScreenHall | null = null;

afterEach(async () => {
  await hall?.close();
  hall = null;
});

type Held = {
  heap: number;
  nodes: number;
  listeners: number;
  browser: ReturnType<typeof usedBy>;
  gateway: ReturnType<typeof usedBy>;
};

test(
  'a page that tours for an hour shows each stop, and keeps no decoder, no socket and no memory of those behind it',
  { timeout: 3_600_000 },
  async () => {
    hall = await openScreenHall();
    const { page, gateway, register } = hall;
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const held = async (): Promise<Held> => ({
      ...(await heldByPage(session)),
      browser: usedBy(hall!.browserPid),
      gateway: usedBy(gateway.pid),
    });
    const [notFilled, took]: [number[], number[]] = [[], []];
    let settled: Held | null = null;
    for (let stop = 0; stop < stops; stop += 1) {
      const transport = stop % 2 === 0 ? 'wall' : 'fmp4';
      const cameras = Array.from({ length: tiles }, (_, i) => `stop-${stop % 2}-tile-${i}`);
      const shown = await page.evaluate<number | null>(
        `Promise.race([playTiles("${transport}", ${JSON.stringify(cameras)}), new Promise((leave) => setTimeout(leave, ${longestStopMs}, null))])`,
      );
      if (shown === null) notFilled.push(stop);
      else took.push(shown);
      await page.evaluate('stopTiles()');
      if (stop === settledAfter) settled = await held();
    }
    // The keeper of the hall alone still looks.
    const figure = async (name: string) => sumOf(await metrics(gateway.url), name);
    await expect.poll(() => figure('views'), { timeout: 60_000 }).toBe(1);
    await expect.poll(() => figure('pulls'), { timeout: 60_000 }).toBe(1);
    await expect.poll(() => register.opened - register.closed, { timeout: 30_000 }).toBe(1);
    const after = await held();
    console.log(`${stops} stops: ${told(settled!, after)}`);
    console.log(
      `a stop is filled after ${Math.round(took.toSorted((a, b) => a - b)[took.length >> 1]!)} ms`,
    );

    expect(notFilled).toEqual([]);
    expect(register.opened).toBe(stops * tiles + 1);
    expect(after.heap - settled!.heap).toBeLessThan(5e6);
    expect(after.nodes - settled!.nodes).toBeLessThan(100);
    expect(after.listeners - settled!.listeners).toBeLessThan(100);
    // A decoder or a socket left at each stop would be 300 at least.
    expect(after.browser.descriptors - settled!.browser.descriptors).toBeLessThan(100);
    expect(after.gateway.descriptors - settled!.gateway.descriptors).toBeLessThanOrEqual(4);
    expect(after.gateway.rssBytes - settled!.gateway.rssBytes).toBeLessThan(50e6);
  },
);

async function heldByPage(
  session: CDPSession,
): Promise<Pick<Held, 'heap' | 'nodes' | 'listeners'>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics: found } = await session.send('Performance.getMetrics');
  const of = (wanted: string) => found.find(({ name }) => name === wanted)!.value;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

const metrics = async (gatewayUrl: string): Promise<string> =>
  (await fetch(`${gatewayUrl}/metrics`)).text();

function sumOf(text: string, name: string): number {
  const lines = text.matchAll(new RegExp(`^video_gateway_${name}\\{[^}]*\\} (\\d+)`, 'gm'));
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}

function told(before: Held, after: Held): string {
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const both = (name: string, of: (one: Held) => string | number) =>
    `${name} ${of(before)} → ${of(after)}`;
  return [
    both('page', ({ heap }) => mb(heap)),
    both('its nodes', ({ nodes }) => nodes),
    both('its listeners', ({ listeners }) => listeners),
    both('browser', ({ browser }) => mb(browser.rssBytes)),
    both('its descriptors', ({ browser }) => browser.descriptors),
    both('gateway', (one) => mb(one.gateway.rssBytes)),
    both('its descriptors', (one) => one.gateway.descriptors),
  ].join(', ');
}
