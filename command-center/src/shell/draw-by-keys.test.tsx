import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { drawState, startDrawing, stopDrawing } from '#draw/draw-state.ts';
import type { MapEngine, ViewState } from '#map/engine.ts';
import { mapHost } from '#map/map-host.ts';
import { startWords } from '#words/i18n.ts';
import { Crosshair } from './Crosshair.tsx';
import { useHallKeys } from './hall-keys.ts';

/** A map that is flat and lies still: a thousandth of a degree is a pixel, and panels push its middle aside. */
let view: ViewState;
const middle = { x: 700, y: 400 };
const engine = {
  setShapes: () => {},
  view: () => view,
  setView: (next: ViewState) => {
    view = next;
  },
  project: ([longitude, latitude]: readonly [number, number]) => ({
    x: middle.x + (longitude - view.longitude) * 1000,
    y: middle.y - (latitude - view.latitude) * 1000,
  }),
  unproject: ({ x, y }: { x: number; y: number }) => [
    view.longitude + (x - middle.x) / 1000,
    view.latitude - (y - middle.y) / 1000,
  ],
} as unknown as MapEngine;

function Keys() {
  useHallKeys();
  return (
    <>
      <div role="application" tabIndex={0} />
      <button type="button">tool</button>
      <Crosshair />
    </>
  );
}

let root: Root;
beforeAll(() => startWords('en'));
beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  view = { longitude: 111, latitude: 27, metersPerPixel: 1 } as ViewState;
  mapHost.set({ engine });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<Keys />));
});
afterEach(async () => {
  await act(async () => {
    stopDrawing();
    root.unmount();
  });
  mapHost.set({ engine: null });
  document.body.replaceChildren();
});

const press = (key: string, from: Element = document.body) =>
  act(async () => {
    const code = key === ' ' ? 'Space' : key;
    from.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
    );
  });
const crosshair = () => document.querySelector<HTMLElement>('[data-crosshair]');

test('a polygon is drawn by keys alone, where the crosshair stands', async () => {
  const drawn = vi.fn();
  expect(crosshair()).toBeNull();
  await act(async () => startDrawing('polygon', drawn));
  expect(crosshair()?.style.left).toBe('700px');
  await press(' ');
  await press('ArrowRight');
  await press(' ');
  await press('ArrowRight');
  await press(' ');
  expect(crosshair()?.dataset['crosshair']).toBe('3');
  await press('Backspace');
  await press('ArrowLeft');
  await press('ArrowUp');
  await press(' ');
  await press('Enter');
  expect(drawn).toHaveBeenCalledOnce();
  const { ring } = drawn.mock.calls[0]![0];
  const expected = [
    [111, 27],
    [111.12, 27],
    [111.12, 27.12],
  ];
  for (const [i, [east, north]] of expected.entries()) {
    expect(ring[i][0]).toBeCloseTo(east!, 6);
    expect(ring[i][1]).toBeCloseTo(north!, 6);
  }
  expect(crosshair()).toBeNull();
});

test('the space bar is the button’s that it stands on, and does nothing while nothing is drawn', async () => {
  await press(' ');
  await act(async () => startDrawing('line', () => {}));
  await press(' ', document.querySelector('button')!);
  expect(drawState.get().corners).toEqual([]);
});

test('what a hand draws without lifting has no crosshair', async () => {
  await act(async () => startDrawing('freehand', () => {}));
  await press(' ');
  expect(crosshair()).toBeNull();
  expect(drawState.get().corners).toEqual([]);
});
