import { beforeEach, expect, test } from 'vitest';
import { dutyCard } from '#duty/duty-card-state.ts';
import type { MapHit, ThingKind } from '#map/engine.ts';
import { mapModel } from '#map/map-model.ts';
import { openClick, openHit, showOnMap } from './open-hit.ts';

beforeEach(() => mapModel.set({ selection: null, openCameras: [] }));

const hit = (kind: string, id: string) => ({
  __typename: 'SearchHit' as const,
  kind,
  id,
  title: 'x',
  detail: null,
  post: null,
  position: { longitude: 10, latitude: 50 },
});

test.each([
  ['grid-cell', 'governance:990101001001001', 'governance/990101001001001'],
  ['place', 'p:1', 'p:1'],
])('a found %s opens under the id that its card asks by', (kind, id, opened) => {
  openHit(hit(kind, id));
  expect(mapModel.get().selection).toMatchObject({ kind, id: opened });
});

test('somebody in the field opens as their unit, somebody at a desk as the duty of that center', () => {
  openHit(hit('person', 'unit:field:7'));
  expect(mapModel.get().selection).toMatchObject({ kind: 'unit', id: 'field:7' });
  openHit(hit('person', 'duty:990101001:leader'));
  expect(dutyCard.get().areaCode).toBe('990101001');
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

const lying = (kind: ThingKind, id: string): MapHit => ({
  ...{ kind, id, position: [10, 50], attributes: {} },
});

test('of what lies over one another each click opens the next, whatever of one kind lies above it', () => {
  const hits = [lying('incident', 'i1'), lying('incident', 'i2'), lying('camera', 'c1')];
  const click = () =>
    openClick({ position: [10, 50], screen: { x: 1, y: 1 }, hits: [...hits, lying('area', 'a1')] });
  const selected: (string | undefined)[] = [];
  for (let times = 0; times < 4; times += 1) {
    click();
    selected.push(mapModel.get().selection?.id);
  }
  expect(selected).toEqual(['i1', 'i2', 'i2', 'i1']);
  expect(mapModel.get().openCameras).toMatchObject([{ cameraId: 'c1' }]);
});
