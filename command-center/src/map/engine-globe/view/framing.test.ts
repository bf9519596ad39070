import { expect, test } from 'vitest';
import { beside, viewOfBounds } from './framing.ts';

const padding = { top: 0, right: 0, bottom: 0, left: 400 };
const view = { longitude: 100, latitude: 0, metersPerPixel: 10, bearingDeg: 0, pitchDeg: 0 };

test('a panel at the left pushes the place to the right, so the centre goes west', () => {
  expect(beside(view, padding).longitude).toBeCloseTo(100 - 2000 / 111_320, 6);
  expect(beside(view, padding).latitude).toBeCloseTo(0, 9);
});

test('with south up the same panel moves the centre east', () => {
  expect(beside({ ...view, bearingDeg: 180 }, padding).longitude).toBeGreaterThan(100);
});

test('bounds fill the free part of the screen', () => {
  const screen = { widthPx: 1400, heightPx: 800 };
  const { metersPerPixel } = viewOfBounds([100, -0.1, 101, 0.1], screen, padding);
  expect(metersPerPixel).toBeCloseTo((111_320 / 1000) * 1.08, 3);
});
