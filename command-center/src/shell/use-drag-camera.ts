import type { PointerEvent } from 'react';
import { dragCamera } from '#map/map-model.ts';

/** Keeps at least this much of a window on the screen. */
const keepPx = 60;
/** A click on the title bar is no drag. */
const startsAfterPx = 4;

/** Lets a camera window be dragged by its title bar; dropped beyond the right edge's column it stays where it is. */
export function useDragCamera(cameraId: string): (event: PointerEvent<HTMLElement>) => void {
  return (event) => {
    const handle = (event.target as HTMLElement).closest('[data-drag-handle]');
    if (!handle || (event.target as HTMLElement).closest('button')) return;
    const frame = event.currentTarget.getBoundingClientRect();
    const grip = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    const begun = { x: event.clientX, y: event.clientY };
    let dragging = false;
    const move = (moved: globalThis.PointerEvent): void => {
      dragging ||= Math.hypot(moved.clientX - begun.x, moved.clientY - begun.y) > startsAfterPx;
      if (!dragging) return;
      dragCamera(cameraId, {
        x: Math.min(innerWidth - keepPx, Math.max(keepPx - frame.width, moved.clientX - grip.x)),
        y: Math.min(innerHeight - keepPx, Math.max(0, moved.clientY - grip.y)),
      });
    };
    const end = (): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  };
}
