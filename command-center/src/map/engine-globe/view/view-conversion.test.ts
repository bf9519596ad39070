import { expect, test } from 'vitest';
import { zoomOf, metersPerPixelOf } from '../../engine-flat/view-conversion.ts';
import type { ViewState } from '../../engine.ts';
import { groundPoint, length, plus } from './earth-vectors.ts';
import { poseOfView, rangeOf, viewOfPose } from './view-conversion.ts';

const lens = { heightPx: 1080, verticalFieldRadians: 0.6435 };

const views: ViewState[] = [
  { longitude: 100.5, latitude: 30.2, metersPerPixel: 40, bearingDeg: 0, pitchDeg: 0 },
  { longitude: 100.5, latitude: 30.2, metersPerPixel: 0.5, bearingDeg: 135, pitchDeg: 60 },
  { longitude: -70.1, latitude: -33.4, metersPerPixel: 3.2, bearingDeg: 271.5, pitchDeg: 45 },
  { longitude: 179.99, latitude: 68, metersPerPixel: 12, bearingDeg: 359.5, pitchDeg: 5 },
];

test.each(views)('a view given to the globe and read back is the same place: %o', (view) => {
  const heightMeters = 412;
  const pose = poseOfView(view, lens, heightMeters);
  const back = viewOfPose(pose, lens, { ...view, heightMeters });
  expect(back.metersPerPixel).toBeCloseTo(view.metersPerPixel, 6);
  expect(back.pitchDeg).toBeCloseTo(view.pitchDeg, 4);
  expect(Math.abs(((back.bearingDeg - view.bearingDeg + 540) % 360) - 180)).toBeLessThan(1e-4);
});

test.each(views)('flat to globe and back to flat keeps the zoom: %o', (view) => {
  const zoom = zoomOf(view.metersPerPixel, view.latitude);
  const pose = poseOfView(view, lens, 0);
  const back = viewOfPose(pose, lens, { ...view, heightMeters: 0 });
  expect(zoomOf(back.metersPerPixel, back.latitude)).toBeCloseTo(zoom, 6);
  expect(metersPerPixelOf(zoom, view.latitude)).toBeCloseTo(view.metersPerPixel, 6);
});

test('the camera stands as far from the ground as its lens needs for the metres per pixel', () => {
  const view = views[1]!;
  const { position } = poseOfView(view, lens, 100);
  const away = length(plus(position, groundPoint(view.longitude, view.latitude, 100), -1));
  expect(away).toBeCloseTo(rangeOf(view.metersPerPixel, lens), 6);
});

test('looking straight down the picture still has its north up', () => {
  const { up } = poseOfView({ ...views[0]!, bearingDeg: 0 }, lens, 0);
  expect(up[2]).toBeGreaterThan(0.8);
});
