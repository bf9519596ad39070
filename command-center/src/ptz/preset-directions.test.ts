import { bearingDegrees, distanceMeters } from 'grid-data';
import { expect, test } from 'vitest';
import { mapModel } from '#map/map-model.ts';
import { drawPresets, panZeroLine } from './preset-directions.ts';

const settings = { homePreset: 1, homeAfterSeconds: 60, zeroBearingDeg: 125 };
const panel = {
  cameraId: 'c1',
  position: { longitude: 111, latitude: 27 },
  rangeMeters: 200,
  presets: [{ number: 1, name: 'gate', bearingDeg: 40 }],
  settings,
};

test('the line that a head counts from points where it was surveyed, half as far as it sees', () => {
  const [from, to] = panZeroLine(panel)!.coordinates as [[number, number], [number, number]];
  expect(bearingDegrees(from, to)).toBeCloseTo(125, 0);
  expect(distanceMeters(from, to)).toBeCloseTo(100, 0);
});

test('is drawn beside the presets, not at all where nobody surveyed it, and taken away with them', () => {
  const drawn = () => mapModel.get().shapes.map(({ id }) => id);
  const takeAway = drawPresets(panel);
  expect(drawn()).toEqual(['presets:c1', 'pan-zero:c1']);
  takeAway();
  const unknown = { ...panel, settings: { ...settings, zeroBearingDeg: null } };
  const takeAgain = drawPresets(unknown);
  expect(drawn()).toEqual(['presets:c1']);
  takeAgain();
  expect(drawn()).toEqual([]);
});
