/** Where something of the wall lies on its plan, and which part of the wall a plan shows. */
import type { CSSProperties } from 'react';
import { around, type WallRect } from 'grid-data';

/** Room round the screens, as a share of the wall's longer side, so that there is somewhere to drag to. */
const marginShare = 0.06;
const emptyWall: WallRect = { leftMm: 0, topMm: 0, widthMm: 4_000, heightMm: 2_250 };

export function placeIn(rect: WallRect, bounds: WallRect): CSSProperties {
  const share = (length: number, of: number) => `${(length / of) * 100}%`;
  return {
    left: share(rect.leftMm - bounds.leftMm, bounds.widthMm),
    top: share(rect.topMm - bounds.topMm, bounds.heightMm),
    width: share(rect.widthMm, bounds.widthMm),
    height: share(rect.heightMm, bounds.heightMm),
  };
}

export function boundsAround(rects: readonly WallRect[]): WallRect {
  const whole = around(rects) ?? emptyWall;
  const margin = Math.max(whole.widthMm, whole.heightMm) * marginShare;
  return {
    leftMm: whole.leftMm - margin,
    topMm: whole.topMm - margin,
    widthMm: whole.widthMm + 2 * margin,
    heightMm: whole.heightMm + 2 * margin,
  };
}

/** The point of the wall under a pointer. */
export function pointAt(
  event: { clientX: number; clientY: number },
  plan: HTMLElement,
  bounds: WallRect,
): { xMm: number; yMm: number } {
  const box = plan.getBoundingClientRect();
  return {
    xMm: bounds.leftMm + ((event.clientX - box.left) / box.width) * bounds.widthMm,
    yMm: bounds.topMm + ((event.clientY - box.top) / box.height) * bounds.heightMm,
  };
}
