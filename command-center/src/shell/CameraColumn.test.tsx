import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mapModel, openCamera, type OpenCamera } from '#map/map-model.ts';
import { CameraColumn } from './CameraColumn.tsx';
import { hallPanels, showPanel } from './hall-panels.ts';

vi.mock('#cameras/CameraWindow.tsx', () => ({
  CameraWindow: ({ open, onClose }: { open: OpenCamera; onClose: () => void }) => (
    <section data-camera={open.cameraId} tabIndex={-1} onKeyDown={onClose} />
  ),
}));

const open = (cameraId: string) =>
  flushSync(() => openCamera({ cameraId, basis: null, reason: null, position: null }));
const windowOf = (cameraId: string) =>
  document.querySelector<HTMLElement>(`[data-camera="${cameraId}"]`);
const pressEscape = (cameraId: string) =>
  flushSync(() =>
    windowOf(cameraId)?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    ),
  );

let root: Root;

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(<CameraColumn />));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  mapModel.set({ openCameras: [], broughtForward: null });
  showPanel(null);
  vi.unstubAllGlobals();
});

test('Esc closes the open panel before the window that has the keyboard', () => {
  open('a');
  showPanel('keys');
  pressEscape('a');
  expect(hallPanels.get().open).toBeNull();
  expect(windowOf('a')).not.toBeNull();
  pressEscape('a');
  expect(windowOf('a')).toBeNull();
});

test('a camera opened again has the keyboard in the window that shows it', async () => {
  open('a');
  open('b');
  const before = windowOf('a');
  open('a');
  await vi.waitFor(() => expect(document.activeElement).toBe(before));
});
