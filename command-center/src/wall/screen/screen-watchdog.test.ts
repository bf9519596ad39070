import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellBreakage } from '#ui/breakages.ts';
import { screenStore } from './screen-store.ts';
import { startScreenWatchdog } from './screen-watchdog.ts';

let reloads: number;
let stop: () => void;
let serverAnswers: boolean;

/** As a browser gives frames, or, where its graphics have gone, gives none. */
function startWith({ frames }: { frames: boolean }): void {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) =>
    frames ? setTimeout(draw, 1_000) : 0,
  );
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  stop = startScreenWatchdog(() => (reloads += 1));
}

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  screenStore.set({ phase: 'paired', link: 'live' });
  reloads = 0;
  serverAnswers = true;
  vi.stubGlobal('fetch', () =>
    serverAnswers ? Promise.resolve(new Response('ok')) : Promise.reject(new TypeError('gone')),
  );
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a screen that draws and hears is left alone', async () => {
  startWith({ frames: true });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(reloads).toBe(0);
});

test('a visible page that gets no frame for half a minute is loaded anew, a hidden one is not', async () => {
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  startWith({ frames: false });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(reloads).toBe(0);
  seen.mockReturnValue('visible');
  await vi.advanceTimersByTimeAsync(31_000);
  expect(reloads).toBe(1);
});

test('what a reload does not mend is not tried again for ten minutes', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  startWith({ frames: false });
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(reloads).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  expect(reloads).toBe(2);
});

test('a line that does not come back though the server answers is begun anew with the page', async () => {
  startWith({ frames: true });
  screenStore.set({ link: 'lost' });
  serverAnswers = false;
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(reloads).toBe(0);
  serverAnswers = true;
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(reloads).toBe(1);
});

test('parts that break again and again take the page with them; one that breaks now and then does not', async () => {
  startWith({ frames: true });
  for (let i = 0; i < 12; i += 1) {
    tellBreakage();
    await vi.advanceTimersByTimeAsync(5 * 60_000);
  }
  expect(reloads).toBe(0);
  for (let i = 0; i < 6; i += 1) tellBreakage();
  expect(reloads).toBe(1);
});
