import { afterEach, expect, test, vi } from 'vitest';
import { alarmState } from '#incidents/alarms.ts';
import { mapModel, select } from '#map/map-model.ts';
import { lookHereState } from '#ptz/look-here.ts';
import { placeCameras } from '#sights/place/place-cameras.ts';
import { hallCommands } from './hall-keys.ts';

const alarm = {
  incidentId: 'i',
  grade: 3,
  title: 'a fallen tree',
  place: '1 Long Street',
  position: [111, 27] as const,
  reportedAt: '2026-01-01T00:00:00Z',
  fresh: true,
};

const press = (id: string) =>
  hallCommands()
    .find((command) => command.id === id)
    ?.run();

vi.mock('#map/map-host.ts', async (original) => ({
  ...(await original<object>()),
  flyToPlace: vi.fn(),
}));

afterEach(() => {
  alarmState.set({ alarms: [], refused: null });
  select(null);
});

test('each key of the hall has one owner', () => {
  const keys = hallCommands().map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)]);
});

test('the key that locates is the alarm’s for as long as one stands', () => {
  select({ kind: 'incident', id: 'other', position: [110, 26] });
  alarmState.set({ alarms: [alarm], refused: null });
  press('locate');
  expect(mapModel.get().selection?.id).toBe('i');
});

test('a key asks all cameras to look at what is selected, and puts the question away again', () => {
  select({ kind: 'incident', id: 'other', position: [110, 26] });
  press('look-here');
  expect(lookHereState.get().point).toEqual([110, 26]);
  press('look-here');
  expect(lookHereState.get().point).toBeNull();
});

test('a key lists the cameras of what is selected in place of asking them to look there', () => {
  select({ kind: 'place', id: 'school', position: [110, 26] });
  press('look-here');
  press('place-cameras');
  expect(placeCameras.get().place).toEqual([110, 26]);
  expect(lookHereState.get().point).toBeNull();
  press('place-cameras');
  expect(placeCameras.get().place).toBeNull();
});
