import { calibrationOfCamera, distanceMeters, groundOfPicture, type LonLat } from 'grid-data';
import { expect, test } from 'vitest';
import { drapeMesh } from '#map/engine-globe/ground/drape-mesh.ts';
import { drapePoints } from './drape-points.ts';

const at: LonLat = [111.67, 27.69];
const camera = { position: at, heightMeters: 7, bearingDeg: 40, widthDeg: 62, tiltDeg: 14 };

test('a picture lies on the ground from its lower edge to its range, each point where it shows', () => {
  const ground = calibrationOfCamera(camera, 16 / 9)!;
  const net = drapePoints(ground, 80)!;
  expect(net.points.length % net.columns).toBe(0);
  for (const { x, y, place } of net.points) {
    expect(distanceMeters(place, groundOfPicture(ground, [x, y])!)).toBeLessThan(0.01);
  }
  const farthest = Math.max(...net.points.map(({ place }) => distanceMeters(at, place)));
  expect(farthest).toBeGreaterThan(70);
  expect(farthest).toBeLessThan(130);
});

test('its net covers it without holes, the picture the right way up', () => {
  const net = drapePoints(calibrationOfCamera(camera, 16 / 9)!, 80)!;
  const mesh = drapeMesh(
    net,
    () => 100,
    (lon, lat, height) => [lon, lat, height],
  );
  const rows = net.points.length / net.columns;
  expect(mesh.indices.length).toBe((rows - 1) * (net.columns - 1) * 6);
  expect(Math.max(...mesh.indices)).toBe(net.points.length - 1);
  // The first point is the picture's left lower corner, and texture coordinates begin there.
  expect([...mesh.shares.slice(0, 2)]).toEqual([0, 0]);
});
