import { expect, test } from 'vitest';
import { draggedPose, handlePlaces } from './camera-pose-handles.ts';
import { bearingDegrees, distanceMeters, pointAt, type LonLat } from './field-of-view.ts';

const place: LonLat = [111.66, 27.69];
const pose = {
  longitude: place[0],
  latitude: place[1],
  bearingDeg: 350,
  widthDeg: 60,
  rangeMeters: 100,
  heightMeters: 6,
};

test('the handles lie where the camera looks to and at the edge of its picture', () => {
  const { aim, edge } = handlePlaces(pose);
  expect(bearingDegrees(place, aim)).toBeCloseTo(350, 3);
  expect(distanceMeters(place, aim)).toBeCloseTo(100, 3);
  expect(bearingDegrees(place, edge)).toBeCloseTo(20, 3);
});

test('drawing a handle changes what it stands for and nothing else', () => {
  const moved = draggedPose(pose, 'place', [111.67, 27.7]);
  expect(moved).toEqual({ ...pose, longitude: 111.67, latitude: 27.7 });
  const aimed = draggedPose(pose, 'aim', pointAt(place, 45, 140));
  expect(aimed).toEqual({ ...pose, bearingDeg: 45, rangeMeters: 140 });
  const wider = draggedPose(pose, 'edge', pointAt(place, 35, 80));
  expect(wider).toEqual({ ...pose, widthDeg: 90 });
});

test('an unknown bearing stays unknown until its handle is taken', () => {
  const unknown = { ...pose, bearingDeg: null, widthDeg: null, rangeMeters: null };
  expect(handlePlaces(unknown).aim).toEqual(pointAt(place, 0, 60));
  expect(draggedPose(unknown, 'place', [111.7, 27.7]).bearingDeg).toBeNull();
  expect(draggedPose(unknown, 'aim', pointAt(place, 359.99, 50)).bearingDeg).toBe(0);
});
