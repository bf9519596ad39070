/** How far two screens of one map are apart while it moves: each draws a moment of the server, in milliseconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { promiseRows, type BenchRow } from '../bench-row.ts';
import { openTwoScreens, type TwoScreens } from '../wall/two-screens.ts';

/** `at`: of the machine that both pages share; `drawn`: the server's moment that the page drew then. */
type Frame = { at: number; drawn: number };

const promised = [200, 'ms'] as const;
const motionMs = 700;
/** A motion begins a quarter of a second after its command. */
const overMs = 250 + motionMs;
const patienceMs = 30_000;

export async function bench({ quick }: { quick: boolean }): Promise<BenchRow[]> {
  const screens = await openTwoScreens();
  try {
    const apart: number[] = [];
    const atRest: number[] = [];
    const clocks: number[] = [];
    for (let round = 0; round < (quick ? 5 : 20); round += 1) {
      const [left, right] = await framesOfMove(screens, round % 2 === 0 ? 0.01 : -0.01);
      apart.push(...differences(left, right));
      clocks.push(Math.abs(quickest(left) - quickest(right)));
      atRest.push(Math.abs((left.at(-1)?.at ?? 0) - (right.at(-1)?.at ?? 0)));
    }
    return [
      ...promiseRows('what time both screens think it is, apart', clocks, promised),
      ...promiseRows('moments apart while the map moves', apart, promised),
      ...promiseRows('last frames of a move apart', atRest, promised),
    ];
  } finally {
    await screens.close();
  }
}

async function framesOfMove(
  { pages, move }: TwoScreens,
  east: number,
): Promise<[Frame[], Frame[]]> {
  await Promise.all(pages.map((page) => page.evaluate(watchFrames)));
  const movedAt = Date.now();
  await move(east);
  await sleep(overMs);
  const isOver = `frames_.some(({ drawn }) => drawn >= ${movedAt + overMs})`;
  for (const page of pages) {
    const until = Date.now() + patienceMs;
    while (!(await page.evaluate<boolean>(isOver))) {
      if (Date.now() > until) throw new Error('a screen has not drawn the end of the move');
      await sleep(100);
    }
  }
  const [left, right] = await Promise.all(pages.map(takeFrames));
  return [left ?? [], right ?? []];
}

const watchFrames = `(() => {
  const map = document.querySelector('[data-drawn-at-ms]');
  window.frames_ = [];
  window.watcher_?.disconnect();
  window.watcher_ = new MutationObserver(() => window.frames_.push({
    at: performance.timeOrigin + performance.now(),
    drawn: Number(map.dataset.drawnAtMs),
  }));
  window.watcher_.observe(map, { attributes: true, attributeFilter: ['data-drawn-at-ms'] });
})()`;

const takeFrames = (page: Page) => page.evaluate<Frame[]>('window.frames_');

/** How long after its moment the promptest frame was drawn: beside the other screen's, how far their clocks are apart. */
const quickest = (frames: readonly Frame[]): number =>
  Math.min(...frames.map(({ at, drawn }) => at - drawn));

/** At each frame of one screen: the moment it shows less the moment that the other shows just then. */
function differences(left: readonly Frame[], right: readonly Frame[]): number[] {
  const both = [
    ...left.map((frame) => ({ ...frame, side: 0 })),
    ...right.map((frame) => ({ ...frame, side: 1 })),
  ].sort((a, b) => a.at - b.at);
  const shown: [number | null, number | null] = [null, null];
  const end = Math.min(left.at(-1)?.at ?? 0, right.at(-1)?.at ?? 0);
  const start = Math.max(left[0]?.at ?? Infinity, right[0]?.at ?? Infinity);
  return both.flatMap(({ at, drawn, side }) => {
    shown[side as 0 | 1] = drawn;
    const [a, b] = shown;
    return a === null || b === null || at < start || at > Math.min(end, start + motionMs * 2)
      ? []
      : [Math.abs(a - b)];
  });
}
