import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Player } from '#video/player/player.ts';
import { PtzOverlay } from './PtzOverlay.tsx';
import type { Panel, Ptz } from './use-ptz.ts';

let root: Root;
const frame = vi.fn<Ptz['frame']>();
let size: { width: number; height: number };

beforeEach(() => {
  size = { width: 704, height: 576 };
  frame.mockReset();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const ptz = { isHolder: true, panel: { frames: true } as Panel, frame } as unknown as Ptz;
  // A picture drawn on a canvas leaves the video element without a size: the player alone knows it.
  const player = () => ({ figures: () => size }) as unknown as Player;
  flushSync(() => root.render(<PtzOverlay ptz={ptz} picture={{ player }} />));
  Object.defineProperties(overlay(), { clientWidth: { value: 640 }, clientHeight: { value: 360 } });
});
afterEach(() => {
  flushSync(() => root.unmount());
  document.body.replaceChildren();
});

const overlay = () => document.querySelector<HTMLElement>('[data-ptz="frame"]')!;

function click(clientX: number, clientY: number): void {
  overlay().setPointerCapture = () => {};
  for (const type of ['pointerdown', 'pointerup']) {
    const event = new PointerEvent(type, { clientX, clientY, button: 0, bubbles: true });
    flushSync(() => overlay().dispatchEvent(event));
  }
}

test('a click means the point of a 704×576 picture that is seen there, not of a broader one', () => {
  click(210, 180);
  expect(frame).toHaveBeenCalledExactlyOnceWith({ left: 0.25, right: 0.25, top: 0.5, bottom: 0.5 });
});

test('beside the picture, or before there is one, nothing turns', () => {
  click(50, 180);
  size = { width: 0, height: 0 };
  click(210, 180);
  expect(frame).not.toHaveBeenCalled();
});
