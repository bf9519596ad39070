import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TourRun, type Tour, type WarmUp } from './tour-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tourOf = (ids: string, tiles = 1, refusals: Record<string, string> = {}): Tour => ({
  id: 't',
  name: 'night',
  purpose: 'public-security',
  tiles,
  stops: Array.from(ids, String).map((cameraId) => ({
    cameraId,
    dwellSeconds: 20,
    refusal: refusals[cameraId] ?? null,
  })),
});

function run(tour: Tour, dead: string[] = []) {
  const warmed: { cameraId: string; at: number }[] = [];
  const warmUp: WarmUp = (cameraId) => {
    warmed.push({ cameraId, at: Date.now() });
    const alive = !dead.includes(cameraId);
    return Promise.resolve({ alive, reason: alive ? null : 'camera-unreachable' });
  };
  const tourRun = new TourRun(tour, warmUp);
  const shown = () =>
    tourRun.store
      .get()
      .shown.map((i) => tour.stops[i]!.cameraId)
      .join('');
  return { tourRun, warmed, shown, dead };
}

const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000);

test('each is shown for its time, and the next is warmed up fifteen seconds before its turn', async () => {
  const began = Date.now();
  const { shown, warmed, tourRun } = run(tourOf('abc'));
  await seconds(0);
  expect(shown()).toBe('a');
  await seconds(20);
  expect(shown()).toBe('b');
  await seconds(40);
  expect(shown()).toBe('a');
  expect(warmed.map(({ at }) => (at - began) / 1000)).toEqual([0, 5, 25, 45]);
  tourRun.stop();
  await seconds(100);
  expect(warmed).toHaveLength(4);
});

test('the dead and the refused are left out and listed, and the dead are tried again later', async () => {
  const { shown, tourRun, dead } = run(tourOf('abcd', 1, { b: 'purpose-not-filed' }), ['c']);
  await seconds(0);
  await seconds(20);
  expect(shown()).toBe('d');
  expect([...tourRun.store.get().skipped.values()]).toEqual([
    'purpose-not-filed',
    'camera-unreachable',
  ]);
  dead.length = 0;
  await seconds(20 + 20);
  expect(shown()).toBe('d');
  await seconds(20 + 20);
  expect(shown()).toBe('c');
  expect([...tourRun.store.get().skipped.keys()]).toEqual([1]);
  tourRun.stop();
});

test('an alarm holds it where it is, and afterwards the rest of its time runs', async () => {
  const { shown, tourRun } = run(tourOf('ab'));
  await seconds(0);
  await seconds(15);
  tourRun.hold('alarm');
  await seconds(300);
  expect(shown()).toBe('a');
  expect(tourRun.store.get()).toMatchObject({ holds: ['alarm'], turnsAt: null, leftMs: 5_000 });
  tourRun.release('alarm');
  await seconds(4);
  expect(shown()).toBe('a');
  await seconds(1);
  expect(shown()).toBe('b');
  tourRun.stop();
});

test('what a hand holds an acknowledged alarm does not release', async () => {
  const { shown, tourRun } = run(tourOf('ab'));
  await seconds(0);
  tourRun.hold('hand');
  tourRun.hold('alarm');
  tourRun.release('alarm');
  await seconds(60);
  expect(shown()).toBe('a');
  tourRun.release('hand');
  await seconds(20);
  expect(shown()).toBe('b');
  tourRun.stop();
});

test('a wall turns its whole page, and fills it past the dead', async () => {
  const { shown, tourRun } = run(tourOf('abcde', 2), ['b']);
  await seconds(0);
  expect(shown()).toBe('ac');
  await seconds(20);
  expect(shown()).toBe('de');
  await seconds(20);
  expect(shown()).toBe('ac');
  tourRun.stop();
});

test('with nobody alive it shows nothing and tries on', async () => {
  const { shown, tourRun, dead } = run(tourOf('ab'), ['a', 'b']);
  await seconds(1);
  expect(shown()).toBe('');
  dead.length = 0;
  await seconds(70);
  expect(shown()).toBe('a');
  tourRun.stop();
});

test('a hand turns it on and back', async () => {
  const { shown, tourRun } = run(tourOf('abc'));
  await seconds(0);
  tourRun.step(1);
  await seconds(0);
  expect(shown()).toBe('b');
  tourRun.step(-1);
  await seconds(0);
  expect(shown()).toBe('a');
  tourRun.step(-1);
  await seconds(0);
  expect(shown()).toBe('c');
  tourRun.stop();
});
