/** What takes its time to show: a wall of 64 tiles in key pictures, and whether pictures come later and later. */
import { setTimeout as sleep } from 'node:timers/promises';
import { availableParallelism } from 'node:os';
import { promiseRow, type BenchRow } from '../bench-row.ts';
import { usedBy } from './process-figures.ts';
import type { ScreenHall } from './screen-hall.ts';
import { playFor } from './play-tiles.ts';

const manyTiles = 64;
/** Of the whole machine. */
const promisedPercent = 40;
const promisedDriftMs = 100;
const settleMs = 10_000;

/** Decoded in full are none of them, as on a machine that is behind; its own load tells what that costs. */
export async function keyPictureRows(hall: ScreenHall, seconds: number): Promise<BenchRow[]> {
  const { page } = hall;
  const { origin } = new URL(page.url());
  await show(page, `${origin}/?players-behind`);
  const { allShownMs, machine, picturesPerSecond } = await playMany(hall, seconds).finally(() =>
    show(page, origin),
  );
  const each = picturesPerSecond / manyTiles;
  console.log(`• ${manyTiles} tiles: ${each.toFixed(2)} pictures a second each`);
  const name = `${manyTiles} tiles, key pictures only`;
  return [
    promiseRow(`${name}, browser`, [machine, promisedPercent], '% of the machine'),
    promiseRow(`${name}, all shown`, [allShownMs, 3_000], 'ms'),
  ];
}

async function show(page: ScreenHall['page'], address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction('window.ready === true');
}

async function playMany({ page, browserPid }: ScreenHall, seconds: number) {
  const cameras = JSON.stringify(Array.from({ length: manyTiles }, () => 'bench-camera'));
  const allShownMs = await page.evaluate<number>(`playTiles("wall", ${cameras})`);
  await sleep(settleMs);
  const [before, beganAt] = [usedBy(browserPid), performance.now()];
  const { picturesPerSecond } = await page.evaluate<{ picturesPerSecond: number }>(
    `measureTiles(${seconds})`,
  );
  const cpuMs = usedBy(browserPid).cpuMs - before.cpuMs;
  const machine = (cpuMs * 100) / (performance.now() - beganAt) / availableParallelism();
  return { allShownMs, machine, picturesPerSecond };
}

/** How much older pictures are at the end of a stretch than at its begin. */
export async function driftRows({ page }: ScreenHall, minutes: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const transport of ['wall', 'fmp4', 'hls']) {
    const seconds = 10;
    const playing = { transport, tiles: 1, seconds };
    const between = () => sleep(minutes * 60_000);
    const [first, last] = await playFor(page, playing, between);
    const later = Math.max(0, (last!.p50Ms ?? Number.NaN) - (first!.p50Ms ?? Number.NaN));
    const name = `drift over ${minutes} min, ${transport}`;
    rows.push(promiseRow(name, [later, promisedDriftMs], 'ms'));
  }
  return rows;
}
