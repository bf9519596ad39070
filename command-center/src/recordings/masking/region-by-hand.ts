import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PictureRegion } from 'grid-data';
import { moved, regionBetween, resized, type Spot } from './region.ts';

type Drag = { from: Spot; to: Spot };

/** What a pointer draws between going down and letting go; `hand` goes on the picture. */
export function useDrawnRegion(onDrawn: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const hand = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: spotOf(event), to: spotOf(event) });
    },
    onPointerMove: (event: PointerEvent) => drag && setDrag({ ...drag, to: spotOf(event) }),
    onPointerUp: () => {
      setDrag(null);
      if (drag) onDrawn(drag);
    },
    onPointerCancel: () => setDrag(null),
  };
  return { hand, drawn: drag && regionBetween(drag.from, drag.to) };
}

const stepShare = 0.01;
const steps: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -stepShare, y: 0 },
  ArrowRight: { x: stepShare, y: 0 },
  ArrowUp: { x: 0, y: -stepShare },
  ArrowDown: { x: 0, y: stepShare },
};

type Change = (region: PictureRegion | null) => void;

/** Moved by arrows, resized with Shift, taken away by Delete. */
export const changedByKeys =
  (region: PictureRegion, onChange: Change) => (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) onChange(event.shiftKey ? resized(region, step) : moved(region, step));
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
    else return;
    event.preventDefault();
  };

function spotOf({ currentTarget, clientX, clientY }: PointerEvent): Spot {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
