import { expect, test } from 'vitest';
import { arrivalTimes, startAt } from './arrival-times.ts';
import { reachedGround, type Strip } from './reached-ground.ts';
import { roadGraph } from './road-graph.ts';

/** A primary road to the east from [110, 27], and a service road that goes north from its middle. */
const graph = roadGraph([
  {
    roadClass: 'primary',
    coordinates: [
      [110, 27],
      [110.05, 27],
      [110.1, 27],
    ],
  },
  {
    roadClass: 'service',
    coordinates: [
      // Drawn half a metre off: still the same junction.
      [110.05, 27.000004],
      [110.05, 27.05],
    ],
  },
]);
const metersEast = 111_195 * Math.cos((27 * Math.PI) / 180) * 0.05;

test('a car arrives by the speed of each road’s class', () => {
  const start = startAt(graph, [110, 27])!;
  const times = arrivalTimes(graph, start, 3_600);
  const at = (longitude: number, latitude: number) =>
    times[graph.places.findIndex(([x, y]) => x === longitude && y === latitude)];
  expect(at(110.05, 27)).toBeCloseTo(metersEast / (50 / 3.6), 0);
  expect(at(110.05, 27.05)! - at(110.05, 27)!).toBeCloseTo(5_559 / (15 / 3.6), -1);
  expect(arrivalTimes(graph, start, 60).filter(Number.isFinite)).toHaveLength(1);
});

test('beside no road nobody sets out', () => {
  expect(startAt(graph, [110.02, 27.01])).toBeNull();
  expect(startAt(graph, [110.02, 27.002])?.offRoadMeters).toBeCloseTo(222, 0);
});

const holds = (strips: readonly Strip[], [x, y]: readonly [number, number]): boolean =>
  strips.some(({ west, south, east, north }) => x > west && x < east && y > south && y < north);

test('between two junctions only so much of the road is reached as there is time, and beside it on foot', () => {
  const start = startAt(graph, [110.02, 27])!;
  const minutes = 2;
  const times = arrivalTimes(graph, start, minutes * 60);
  expect(times.some(Number.isFinite), 'no junction is near enough').toBe(false);
  const { strips } = reachedGround({ graph, start, times, withinSeconds: minutes * 60 });
  const degreesEast = (meters: number) => meters / (metersEast / 0.05);
  const drives = (50 / 3.6) * minutes * 60;
  expect(holds(strips, [110.02 + degreesEast(drives - 30), 27.00003])).toBe(true);
  expect(holds(strips, [110.02 + degreesEast(drives + 60), 27.00003])).toBe(false);
  // A minute away by car leaves a minute on foot.
  expect(holds(strips, [110.02 + degreesEast(drives / 2), 27 + 50 / 111_195])).toBe(true);
  expect(holds(strips, [110.02 + degreesEast(drives / 2), 27 + 110 / 111_195])).toBe(false);
});
