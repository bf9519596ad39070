import { describe, expect, test } from 'vitest';
import { around, overlap, viewOfPart } from './wall-plane.ts';
import type { WallRect } from './wall-content.ts';

const rect = (leftMm: number, topMm: number, widthMm: number, heightMm: number): WallRect => ({
  leftMm,
  topMm,
  widthMm,
  heightMm,
});
const radius = 6_378_137;
const radians = Math.PI / 180;

/** Where on the projected plane the wall's point lies that is so far from the middle of a view. */
function projected(view: ReturnType<typeof viewOfPart>, rightMm: number, downMm: number) {
  const perMm = view.metersPerMm / Math.cos(view.latitude * radians);
  const turn = view.bearingDeg * radians;
  const x = view.longitude * radians * radius;
  const y = Math.log(Math.tan(Math.PI / 4 + (view.latitude * radians) / 2)) * radius;
  return [
    x + (rightMm * Math.cos(turn) - downMm * Math.sin(turn)) * perMm,
    y + (-downMm * Math.cos(turn) - rightMm * Math.sin(turn)) * perMm,
  ] as const;
}

test('what two screens share is what both show; a hair’s breadth is nothing', () => {
  expect(overlap(rect(0, 0, 100, 50), rect(60, -10, 100, 30))).toEqual(rect(60, 0, 40, 20));
  expect(overlap(rect(0, 0, 100, 50), rect(99.8, 0, 100, 50))).toBeNull();
  expect(around([rect(0, 0, 10, 10), rect(20, 5, 10, 10)])).toEqual(rect(0, 0, 30, 15));
});

describe.each([0, 30, 200])('a map over two screens, turned by %i°', (bearingDeg) => {
  const viewpoint = { longitude: 111.67, latitude: 27.69, metersPerMm: 8, bearingDeg, pitchDeg: 0 };
  // 20 mm of bezels between two pictures of 1,200 mm.
  const whole = rect(0, 0, 2_420, 675);
  const left = viewOfPart(viewpoint, whole, rect(0, 0, 1_200, 675));
  const right = viewOfPart(viewpoint, whole, rect(1_220, 0, 1_200, 675));

  test('goes on behind the bezels: both screens mean the same ground by the same place of the wall', () => {
    const seenByLeft = projected(left, 600 + 20, 100);
    const seenByRight = projected(right, -600, 100);
    expect(Math.hypot(seenByLeft[0] - seenByRight[0], seenByLeft[1] - seenByRight[1])).toBeLessThan(
      0.001,
    );
  });

  test('has its middle where the whole map has it', () => {
    const middle = projected(left, 600 + 10, 0);
    const asked = projected(viewpoint, 0, 0);
    expect(Math.hypot(middle[0] - asked[0], middle[1] - asked[1])).toBeLessThan(0.001);
  });
});
