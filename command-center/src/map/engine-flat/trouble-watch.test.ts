import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetMs, TroubleWatch } from './trouble-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aMap() {
  const listeners = new Map<string, (event: unknown) => void>();
  const told: (string | null)[] = [];
  const map = {
    on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
  };
  const watch = new TroubleWatch(map as never, (cause) => told.push(cause));
  return { watch, told, tell: (name: string, event: unknown) => listeners.get(name)?.(event) };
}

test('a source that does not come is trouble until it comes', () => {
  const { told, tell } = aMap();
  tell('error', { sourceId: 'cameras', error: new Error('503') });
  tell('sourcedata', { sourceId: 'roads', isSourceLoaded: true });
  expect(told).toEqual(['503']);
  tell('sourcedata', { sourceId: 'cameras', isSourceLoaded: true });
  expect(told).toEqual(['503', null]);
});

test('a trouble of no source passes when it is not said again', () => {
  const { told, tell } = aMap();
  tell('error', { error: new Error('no glyphs') });
  vi.advanceTimersByTime(forgetMs - 1);
  tell('error', { error: new Error('no glyphs') });
  vi.advanceTimersByTime(forgetMs - 1);
  expect(told).toEqual(['no glyphs']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['no glyphs', null]);
});
