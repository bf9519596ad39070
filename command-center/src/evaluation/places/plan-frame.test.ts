import { expect, test } from 'vitest';
import { heatStep, heatSteps, leastOfStep, planFrame } from './plan-frame.ts';

test('north is up, and a metre is a metre both ways', () => {
  const frame = planFrame([111, 27, 111.01, 27.01]);
  expect(frame.at([111, 27.01])).toEqual({ x: 0, y: 0 });
  const { x, y } = frame.at([111.01, 27]);
  expect([x, y]).toEqual([frame.width, frame.height]);
  expect(y).toBeCloseTo(1113.2, 0);
  expect(x / y).toBeCloseTo(Math.cos((27.005 * Math.PI) / 180), 6);
});

test('holes and islands are rings of one path', () => {
  const square = [
    [111, 27.01],
    [111.01, 27.01],
    [111, 27.01],
  ];
  const { path } = planFrame([111, 27, 111.01, 27.01]);
  const both = path({ type: 'MultiPolygon', coordinates: [[square], [square]] });
  expect(both.match(/M0 0/g)).toHaveLength(2);
});

test('the most cases are the hottest step, one is the first where others are many, and the legend agrees', () => {
  expect(heatStep(400, 400)).toBe(heatSteps);
  expect(heatStep(1, 400)).toBe(1);
  expect(heatStep(1, 1)).toBe(1);
  for (let step = 2; step <= heatSteps; step += 1) {
    const least = leastOfStep(step, 400);
    expect(heatStep(least, 400)).toBe(step);
    expect(heatStep(least - 1, 400)).toBeLessThan(step);
  }
});
