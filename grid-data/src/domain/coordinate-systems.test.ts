import { expect, test } from 'vitest';
import { fromCgcs2000, toCgcs2000 } from './coordinate-systems.ts';
import { distanceMeters, type LonLat } from './field-of-view.ts';

const places: LonLat[] = [
  [111.664, 27.69],
  [121.47, 31.23],
  [87.6, 43.8],
];

test.each(places)('GCJ-02 and BD-09 come back within half a metre at %f E %f N', (...place) => {
  for (const datum of ['gcj02', 'bd09'] as const) {
    const shifted = fromCgcs2000(datum, place);
    expect(distanceMeters(shifted, place)).toBeGreaterThan(100);
    expect(distanceMeters(toCgcs2000(datum, shifted), place)).toBeLessThan(0.5);
  }
});

test('EPSG:4546 agrees with PROJ, with and without the zone in front of the easting', () => {
  // echo "111.664 27.69" | gdaltransform -s_srs '+proj=longlat +ellps=GRS80' -t_srs '+proj=tmerc +lon_0=111 +x_0=500000 +ellps=GRS80'
  const [east, north] = fromCgcs2000('epsg4546', [111.664, 27.69]);
  expect(east).toBeCloseTo(565_499.07, 1);
  expect(north).toBeCloseTo(3_064_264.86, 1);
  for (const x of [east, east + 37_000_000]) {
    const [longitude, latitude] = toCgcs2000('epsg4546', [x, north]);
    expect(longitude).toBeCloseTo(111.664, 8);
    expect(latitude).toBeCloseTo(27.69, 8);
  }
});
