/** A page whose computer slept: its browser stands still while the pictures go on, then gets all of them at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { familyOf } from '../bench/video/process-figures.ts';
import { openScreenHall, type ScreenHall } from '../bench/video/screen-hall.ts';

const sleptMs = 15_000;
/** What a page shows of the time it slept would be as old as its sleep. */
const freshMs = 5_000;

let hall: ScreenHall | null = null;

afterEach(async () => {
  await hall?.close();
  hall = null;
});

test.each(['fmp4', 'wall'])(
  'a page that slept shows the newest picture and no burst of old ones, by %s',
  { timeout: 180_000 },
  async (transport) => {
    hall = await openScreenHall();
    const { page } = hall;
    await page.evaluate(`playTiles("${transport}", ["bench-camera"])`);
    const asleepAt = await page.evaluate<number>('performance.now()');
    const browser = familyOf(hall.browserPid);
    for (const pid of browser) process.kill(pid, 'SIGSTOP');
    await sleep(sleptMs);
    for (const pid of browser) process.kill(pid, 'SIGCONT');
    const seenSince = (ms: number) =>
      page.evaluate<{ ageMs: number; at: number }[]>(`seenSince(${ms})`);
    const wokeAt = asleepAt + sleptMs;
    const asleep = (await seenSince(asleepAt + 1_000)).filter(({ at }) => at < wokeAt - 500);
    expect(asleep).toEqual([]);
    const seen = () => seenSince(wokeAt + 3_000);
    await expect.poll(async () => (await seen()).length, { timeout: 60_000 }).toBeGreaterThan(50);
    const shown = await seen();
    expect(Math.max(...shown.map(({ ageMs }) => ageMs))).toBeLessThan(freshMs);
    // Twenty-five a second are what a camera takes; what lay waiting would come faster.
    const seconds = (shown.at(-1)!.at - shown[0]!.at) / 1_000;
    expect(shown.length / seconds).toBeLessThan(40);
    expect(hall.register.closed).toBe(0);
  },
);
