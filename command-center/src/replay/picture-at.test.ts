import { expect, test } from 'vitest';
import { pictureAt, type StretchColumns } from './picture-at.ts';

/** One case: reported at 100, acknowledged at 200, closed at 300. */
const stretch: StretchColumns = {
  incidents: {
    id: ['a', 'a'],
    title: ['bridge', 'bridge'],
    grade: [2, 2],
    state: ['reported', 'reported'],
    acknowledged: [false, true],
    longitude: [120, 120],
    latitude: [30, 30],
    fromAt: [100, 200],
    toAt: [200, 300],
  },
  cameras: { fromAt: [150], toAt: [null], longitude: [121], latitude: [31] },
  units: { id: ['u', 'u'], at: [50, 250], longitude: [1, 2], latitude: [1, 2] },
};

test('a case is not there, then unseen, then acknowledged, then closed', () => {
  const seen = [99, 100, 199, 200, 299, 300].map((at) =>
    pictureAt(stretch, at).cases.map(({ acknowledged }) => acknowledged),
  );
  expect(seen).toEqual([[], [false], [false], [true], [true], []]);
});

test('a camera that is still lost stays lost to the end', () => {
  expect(pictureAt(stretch, 149).unwellCameras).toEqual([]);
  expect(pictureAt(stretch, 9_999).unwellCameras).toEqual([[121, 31]]);
});

test('a unit stands where it was last heard of, and nowhere once it is long silent', () => {
  expect(pictureAt(stretch, 249).units).toEqual([[1, 1]]);
  expect(pictureAt(stretch, 250).units).toEqual([[2, 2]]);
  expect(pictureAt(stretch, 250 + 11 * 60_000).units).toEqual([]);
});
