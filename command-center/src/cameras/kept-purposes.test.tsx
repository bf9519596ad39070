import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { closeCamera, mapModel, openCamera } from '#map/map-model.ts';
import { keepPurpose } from './kept-purposes.ts';
import { useLookRequest } from './use-look-request.ts';

let root: Root | null = null;

afterEach(() => {
  flushSync(() => root?.unmount());
  mapModel.set({ openCameras: [] });
  vi.useRealTimers();
});

type Shown = ReturnType<typeof useLookRequest>;

/** The window of a camera that is filed for two purposes, as it stands anew after it showed the past. */
function windowAgain(cameraId: string, dutyPurposes: readonly string[]): Shown {
  let shown: Shown | null = null;
  const camera = { purposes: ['traffic', 'flood-control'] } as never;
  function Window() {
    shown = useLookRequest({ cameraId, basis: null, camera, dutyPurposes });
    return null;
  }
  flushSync(() => root?.unmount());
  root = createRoot(document.createElement('div'));
  flushSync(() => root!.render(<Window />));
  return shown!;
}

const both = ['traffic', 'flood-control'];
const open = (cameraId: string) =>
  openCamera({ cameraId, basis: null, reason: null, position: null });

test('back from the past a window looks again for the purpose that was stated, and asks for none', () => {
  open('a');
  expect(windowAgain('a', both).look).toBeNull();
  keepPurpose('a', 'flood-control', 600);
  const { look, offer } = windowAgain('a', both);
  expect(offer?.kind).toBe('choose');
  expect(look?.basis).toEqual({ dutyPurpose: 'flood-control' });
});

test('it asks again once its look would have been over, the duty is another, or the window was closed', () => {
  vi.useFakeTimers();
  open('a');
  keepPurpose('a', 'flood-control', 600);
  expect(windowAgain('a', ['traffic', 'campus-safety']).look?.basis).toEqual({
    dutyPurpose: 'traffic',
  });
  vi.advanceTimersByTime(601_000);
  expect(windowAgain('a', both).look).toBeNull();
  keepPurpose('a', 'flood-control', 600);
  closeCamera('a');
  open('a');
  expect(windowAgain('a', both).look).toBeNull();
});

test('another camera’s purpose is its own', () => {
  open('a');
  open('b');
  keepPurpose('a', 'flood-control', 600);
  expect(windowAgain('b', both).look).toBeNull();
});
