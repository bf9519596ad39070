import { expect, test } from 'vitest';
import { windowsOf } from './open-wall.ts';

const wall = {
  cameras: ['a', 'b', 'c', 'd', 'e'].map((cameraId) => ({ cameraId, basis: null })),
  purpose: 'traffic',
  focus: 'd',
  isLarge: false,
  showFigures: false,
};

test('three pictures return to the hall, the one in focus first', () => {
  expect(windowsOf(wall).map(({ cameraId }) => cameraId)).toEqual(['d', 'a', 'b']);
});

test('they go on for the purpose of the wall', () => {
  expect(windowsOf(wall)[0]?.basis).toEqual({ dutyPurpose: 'traffic' });
});

test('without a focus the first return', () => {
  expect(windowsOf({ ...wall, focus: null }).map(({ cameraId }) => cameraId)).toEqual([
    'a',
    'b',
    'c',
  ]);
});
