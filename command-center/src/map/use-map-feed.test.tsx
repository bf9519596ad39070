import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetJournal, journalState, tellReload } from '#journal/journal-state.ts';
import { mapHost, setMovingThings } from './map-host.ts';
import { mapModel, setShape } from './map-model.ts';
import { restMap } from './map-rest.ts';
import { gatherMs, secondReadingMs } from './tile-refresh.ts';
import { useMapFeed } from './use-map-feed.ts';

const refreshLayer = vi.fn();
const ask = vi.fn();
let root: Root;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask);
  refreshLayer.mockClear();
  mapHost.set({ engine: { refreshLayer } as never });
  root = createRoot(document.createElement('div'));
  flushSync(() => root.render(<Feed />));
});
afterEach(() => {
  root.unmount();
  forgetJournal();
  mapHost.set({ engine: null });
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function Feed() {
  useMapFeed();
  return null;
}

test('when the line is back the tiles are read anew that were asked while it was broken', () => {
  journalState.set({ status: 'live' });
  vi.advanceTimersByTime(gatherMs);
  expect(refreshLayer).not.toHaveBeenCalled();
  journalState.set({ status: 'lost' });
  journalState.set({ status: 'live' });
  vi.advanceTimersByTime(gatherMs);
  expect(refreshLayer.mock.calls.map(([layerId]) => layerId)).toEqual(
    expect.arrayContaining(['incidents', 'cameras', 'city-components', 'places', 'areas']),
  );
});

test('a map that nobody sees is drawn nothing, and all of it once it is seen again', async () => {
  const engine = { kind: 'flat', refreshLayer, setMovingThings: vi.fn(), setShapes: vi.fn() };
  const drawn = { ...engine, setLayers: vi.fn(), redrawCones: vi.fn() };
  mapHost.set({ engine: drawn as never });
  restMap(true);
  setMovingThings([{ id: 'u' } as never]);
  setShape('circle', { geometry: { type: 'Point', coordinates: [10, 50] }, symbols: [] });
  journalState.set({ status: 'lost' });
  journalState.set({ status: 'live' });
  await vi.advanceTimersByTimeAsync(secondReadingMs * 3);
  for (const act of [drawn.setMovingThings, drawn.setShapes, refreshLayer]) {
    expect(act).not.toHaveBeenCalled();
  }
  restMap(false);
  await vi.advanceTimersByTimeAsync(gatherMs);
  expect(drawn.setMovingThings).toHaveBeenLastCalledWith([{ id: 'u' }]);
  expect(drawn.setShapes).toHaveBeenLastCalledWith(mapModel.get().shapes);
  expect(readings()).toBe(1);
  setShape('circle', null);
});

const tilesAt = (seq: number) => () =>
  Promise.resolve(new Response(null, { headers: { 'x-journal-seq': String(seq) } }));
const readings = () => refreshLayer.mock.calls.filter(([layerId]) => layerId === 'places').length;

test('an import shows on an open page at the latest when the tiles have come so far', async () => {
  ask.mockImplementation(tilesAt(6));
  tellReload(7);
  await vi.advanceTimersByTimeAsync(secondReadingMs * 3);
  const early = readings();
  expect(early).toBeGreaterThan(0);
  ask.mockImplementationOnce(() => Promise.reject(new TypeError('cut off')));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(readings()).toBe(early);
  ask.mockImplementation(tilesAt(7));
  await vi.advanceTimersByTimeAsync(secondReadingMs * 3);
  expect(readings()).toBeGreaterThan(early);
});

test('a page that is left asks no more how far the tiles are', async () => {
  ask.mockImplementation(tilesAt(6));
  tellReload(7);
  await vi.advanceTimersByTimeAsync(5000);
  root.unmount();
  const asked = ask.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask.mock.calls.length).toBe(asked);
});
