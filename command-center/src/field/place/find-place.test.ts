import { distanceMeters, fromCgcs2000 } from 'grid-data';
import { expect, test } from 'vitest';
import { placeOf } from './find-place.ts';

const corner = [111.6642, 27.6914] as const;

test('a phone that gives WGS-84 is taken at its word', () => {
  const place = placeOf({ longitude: corner[0], latitude: corner[1], accuracy: 7.6 }, 'wgs84');
  expect(place).toMatchObject({ longitude: corner[0], latitude: corner[1], accuracyMeters: 8 });
});

test('a phone that gives GCJ-02 is set right by the some hundred metres it is off', () => {
  const [longitude, latitude] = fromCgcs2000('gcj02', [...corner]);
  expect(distanceMeters([longitude, latitude], [...corner])).toBeGreaterThan(100);
  const place = placeOf({ longitude, latitude, accuracy: 8 }, 'gcj02');
  expect(distanceMeters([place.longitude, place.latitude], [...corner])).toBeLessThan(1);
});
