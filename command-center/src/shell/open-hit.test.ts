import { beforeEach, expect, test } from 'vitest';
import { mapModel } from '#map/map-model.ts';
import { openHit, showOnMap } from './open-hit.ts';

beforeEach(() => mapModel.set({ selection: null }));

const hit = (kind: string, id: string) => ({
  __typename: 'SearchHit' as const,
  kind,
  id,
  title: 'x',
  detail: null,
  position: { longitude: 10, latitude: 50 },
});

test.each([
  ['grid-cell', 'governance:990101001001001', 'governance/990101001001001'],
  ['place', 'p:1', 'p:1'],
])('a found %s opens under the id that its card asks by', (kind, id, opened) => {
  openHit(hit(kind, id));
  expect(mapModel.get().selection).toMatchObject({ kind, id: opened });
});

test.each(['road', 'water'])('a found %s is flown to, and nothing opens', (kind) => {
  openHit(hit(kind, '7'));
  expect(mapModel.get().selection).toBe(null);
});

test('a camera behind a figure is pointed at on the map, and nobody looks through it by that', () => {
  showOnMap('camera', 'c1', [10, 50]);
  expect(mapModel.get()).toMatchObject({
    selection: { kind: 'camera', id: 'c1', position: [10, 50] },
    openCameras: [],
  });
});
