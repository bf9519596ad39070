import { pointAt, type LonLat } from 'grid-data';
import { expect, test } from 'vitest';
import { placesAlong, profileOf, ringAreaSquareMeters, ringLengthMeters } from './measuring.ts';

const corner: LonLat = [111.66, 27.69];
const east = pointAt(corner, 90, 100);
const field = [corner, east, pointAt(east, 0, 200), pointAt(corner, 0, 200)];

test('a field of a hundred by two hundred metres has two hectares, whichever way it was drawn round', () => {
  expect(ringAreaSquareMeters(field)).toBeCloseTo(20_000, -1);
  expect(ringAreaSquareMeters(field.toReversed())).toBeCloseTo(20_000, -1);
  expect(ringLengthMeters(field)).toBeCloseTo(600, 0);
});

test('a degree by a degree at the equator is what the sphere says', () => {
  const square: LonLat[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  const exact = 6_371_008.8 ** 2 * (Math.PI / 180) * Math.sin(Math.PI / 180);
  expect(ringAreaSquareMeters(square) / exact).toBeCloseTo(1, 6);
});

test('a profile goes from end to end and adds up what goes up and what goes down', () => {
  const places = placesAlong([corner, pointAt(corner, 45, 1_000)]);
  expect(places[0]).toEqual({ alongMeters: 0, position: corner });
  expect(places.at(-1)!.alongMeters).toBeCloseTo(1_000, 0);
  const profile = profileOf(
    [10, 30, 20, 50].map((heightMeters, i) => ({ alongMeters: i, position: corner, heightMeters })),
  );
  expect(profile).toMatchObject({
    lowestMeters: 10,
    highestMeters: 50,
    ascentMeters: 50,
    descentMeters: 10,
  });
});
