/** From pixels of a stage to shares of the picture that lies in it. */
import type { PictureBox } from 'grid-data';
import type { Point, Rectangle } from '#video/picture-within.ts';

/** A hand is not steady: less than this is a click. */
const clickPx = 8;

/** Null where the hand was not on the picture. */
export function boxBetween(from: Point, to: Point, picture: Rectangle): PictureBox | null {
  const share = ({ x, y }: Point): Point => ({
    x: (x - picture.left) / picture.width,
    y: (y - picture.top) / picture.height,
  });
  const [a, b] = [share(from), share(to)];
  if (a.x < 0 || a.x > 1 || a.y < 0 || a.y > 1) return null;
  if (Math.hypot(to.x - from.x, to.y - from.y) < clickPx) {
    return { left: a.x, right: a.x, top: a.y, bottom: a.y };
  }
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    left: within(Math.min(a.x, b.x)),
    right: within(Math.max(a.x, b.x)),
    top: within(Math.min(a.y, b.y)),
    bottom: within(Math.max(a.y, b.y)),
  };
}
