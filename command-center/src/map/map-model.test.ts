import { beforeEach, expect, test } from 'vitest';
import { dragCamera, mapModel, openCamera, type LookBasis } from './map-model.ts';

const open = (cameraId: string, basis: LookBasis = null) =>
  openCamera({ cameraId, basis, reason: null, position: null });

beforeEach(() => mapModel.set({ openCameras: [], broughtForward: null }));

test('a camera that is open already goes on with its look and its window comes forward', () => {
  open('a', { dutyPurpose: 'traffic' });
  open('b');
  const before = mapModel.get().openCameras;
  open('a');
  expect(mapModel.get().openCameras).toBe(before);
  expect(mapModel.get().broughtForward).toEqual({ cameraId: 'a' });
});

test('asked for again for an incident it goes on for the purpose that was stated', () => {
  open('a', { dutyPurpose: 'traffic' });
  open('a', { incidentId: 'i' });
  expect(mapModel.get().openCameras[0]?.basis).toEqual({ dutyPurpose: 'traffic' });
});

test('an incident is the basis of a window that was opened without any', () => {
  open('a');
  open('a', { incidentId: 'i' });
  expect(mapModel.get().openCameras[0]?.basis).toEqual({ incidentId: 'i' });
});

test('a window that a rule opened follows the rule to the next incident, and stays where it was dragged', () => {
  open('a', { incidentId: 'i', linkageFiringId: 'f' });
  dragCamera('a', { x: 1, y: 2 });
  open('a', { incidentId: 'j', linkageFiringId: 'g' });
  expect(mapModel.get().openCameras).toEqual([
    expect.objectContaining({
      basis: { incidentId: 'j', linkageFiringId: 'g' },
      draggedTo: { x: 1, y: 2 },
    }),
  ]);
});
