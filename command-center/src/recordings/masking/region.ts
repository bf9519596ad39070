/** Parts of a picture that a copy hides, in shares of its width and height. */
import type { PictureRegion } from 'grid-data';

export type Spot = { x: number; y: number };

/** Less than this is no part but a slip of the hand; the server takes nothing below a hundredth. */
const smallest = 0.02;
const middle: PictureRegion = { left: 0.375, top: 0.375, right: 0.625, bottom: 0.625 };

/** The part between two spots, whichever way the hand went; null where there is next to nothing between them. */
export function regionBetween(from: Spot, to: Spot): PictureRegion | null {
  const [left, right] = inOrder(within(from.x), within(to.x));
  const [top, bottom] = inOrder(within(from.y), within(to.y));
  return right - left < smallest || bottom - top < smallest ? null : { left, top, right, bottom };
}

/** For whoever draws without a pointer: begins in the middle, a step from the parts that begin there too. */
export function newRegion(known: readonly PictureRegion[]): PictureRegion {
  return moved(middle, { x: known.length * smallest, y: known.length * smallest });
}

/** As far as the picture goes. */
export function moved(region: PictureRegion, by: Spot): PictureRegion {
  const x = Math.min(1 - region.right, Math.max(-region.left, by.x));
  const y = Math.min(1 - region.bottom, Math.max(-region.top, by.y));
  const { left, top, right, bottom } = region;
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}

/** Its upper left corner stands. */
export function resized({ left, top, right, bottom }: PictureRegion, by: Spot): PictureRegion {
  return {
    left,
    top,
    right: Math.min(1, Math.max(left + smallest, right + by.x)),
    bottom: Math.min(1, Math.max(top + smallest, bottom + by.y)),
  };
}

/** As a style of what lies over the picture. */
export function placeOf({ left, top, right, bottom }: PictureRegion) {
  const share = (value: number) => `${value * 100}%`;
  return {
    left: share(left),
    top: share(top),
    width: share(right - left),
    height: share(bottom - top),
  };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);
