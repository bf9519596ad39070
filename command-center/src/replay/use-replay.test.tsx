import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gisClient } from '#gis/client.ts';
import { mapModel } from '#map/map-model.ts';
import { replayState, showMoment } from './replay-state.ts';
import { shownPast, useReplay } from './use-replay.ts';

const hourMs = 3_600_000;
/** In the middle of a stretch, long ago: its neighbours are settled too. */
const noon = Math.floor((Date.now() - 30 * hourMs) / (2 * hourMs)) * 2 * hourMs + hourMs;
const none = { fromAt: [], toAt: [], at: [] };

let root: Root;

beforeEach(() => {
  root = createRoot(document.createElement('div'));
});
afterEach(async () => {
  flushSync(() => root.unmount());
  vi.unstubAllGlobals();
  await gisClient.clearStore();
});

function Hall() {
  useReplay('431382');
  return null;
}

/** One case that was reported at noon and stood until an hour later. */
function serve(answer: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async () => answer());
}

function told(): Response {
  const incidents = {
    id: ['1'],
    title: ['井盖缺失'],
    grade: [2],
    state: ['reported'],
    acknowledged: [false],
    dueAt: [null],
    longitude: [111.7],
    latitude: [27.7],
    fromAt: [noon],
    toAt: [noon + hourMs],
  };
  const replay = {
    ...{ incidents, cameras: none, units: none, duty: none, acts: none, wall: none, plots: none },
    cut: [],
  };
  return Response.json({ data: { replay } });
}

test('a moment of a stretch that is there has its picture in the same turn', async () => {
  serve(told);
  flushSync(() => root.render(<Hall />));
  showMoment(noon + 1_000);
  await vi.waitFor(() => expect(shownPast.get().picture?.at).toBe(noon + 1_000));
  showMoment(noon + 2_000);
  expect(shownPast.get().picture?.at).toBe(noon + 2_000);
  expect(shownPast.get().picture?.cases).toHaveLength(1);
  const drawn = () => mapModel.get().shapes.find(({ id }) => id === 'replay-state-high')?.geometry;
  const before = drawn();
  showMoment(noon + 3_000);
  expect(drawn(), 'what stands where it stood is not given to the map anew').toBe(before);
  showMoment(noon - 1_000);
  expect(shownPast.get().picture?.cases).toHaveLength(0);
});

test('what cannot be told is said, and leaving the past takes its picture from the map', async () => {
  serve(() => Promise.reject(new TypeError('Failed to fetch')));
  flushSync(() => root.render(<Hall />));
  showMoment(noon);
  await vi.waitFor(() => expect(shownPast.get().failed).not.toBeNull());
  flushSync(() => root.unmount());
  expect(replayState.get().at).toBeNull();
  expect(shownPast.get()).toEqual({ picture: null, failed: null });
  expect(mapModel.get().withheldLayers).toEqual([]);
});
