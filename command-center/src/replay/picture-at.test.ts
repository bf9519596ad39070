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
  duty: {
    id: ['d', 'e'],
    post: ['LEADER', 'LEADER'],
    name: ['A', 'B'],
    fromAt: [0, 200],
    toAt: [200, null],
  },
  acts: {
    ...{ seq: [1, 2, 3, 4], at: [100, 150, 200, 300], kind: ['a', 'b', 'c', 'd'] },
    ...{ actorName: ['A', null, 'B', 'B'], subjectId: ['a', 'x', 'a', 'a'] },
  },
  wall: {},
  plots: {
    ...{ id: ['p', 'p'], incidentId: ['a', 'a'], kind: ['text', 'text'], label: ['here', 'there'] },
    ...{ shape: [{ type: 'Point' }, { type: 'Point' }], fromAt: [120, 180], toAt: [180, 250] },
  },
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

test('what was drawn, who answered and what people did are those of the moment', () => {
  const at = (moment: number) => pictureAt(stretch, moment);
  expect([110, 150, 180, 250].map((moment) => at(moment).plots.map(({ label }) => label))).toEqual([
    [],
    ['here'],
    ['there'],
    [],
  ]);
  expect([199, 200].map((moment) => at(moment).duty.map(({ name }) => name))).toEqual([
    ['A'],
    ['B'],
  ]);
  // The newest first; what nobody did is no act, and what comes later is not known.
  expect(at(200).acts.map(({ seq }) => seq)).toEqual([3, 1]);
  expect(at(9_999).acts.map(({ seq }) => seq)).toEqual([4, 3, 1]);
  expect(at(300 + 11 * 60_000).acts).toEqual([]);
});
