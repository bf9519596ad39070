import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alarmState, type Alarm } from '#incidents/alarms.ts';
import type { MapEngine, MapHit } from '#map/engine.ts';
import { mapHost } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';
import { MapMarks } from './MapMarks.tsx';

let root: Root;
const camera: MapHit = { kind: 'camera', id: 'c1', position: [10, 50], attributes: {} };
const pulses = () => [...document.querySelectorAll<HTMLElement>('[data-pulse]')];

beforeEach(() => {
  // No layout here: what the browser would find under the pointer is said.
  document.elementsFromPoint = () => pulses();
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  mapModel.set({ selection: null, openCameras: [] });
  const engine = { thingsAt: () => [camera], project: () => null } as unknown as MapEngine;
  mapHost.set({ engine });
  const alarm = (incidentId: string) =>
    ({ incidentId, grade: 3, title: incidentId, position: [10, 50] }) as unknown as Alarm;
  alarmState.set({ alarms: [alarm('i1'), alarm('i2')] });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(<MapMarks />));
});
afterEach(() => {
  flushSync(() => root.unmount());
  document.body.replaceChildren();
  alarmState.set({ alarms: [] });
  mapHost.set({ engine: null });
});

const click = (detail: number) =>
  flushSync(() => pulses()[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail })));

test('clicks on pulses that lie over a camera come to the camera in the end', () => {
  click(1);
  expect(mapModel.get().selection).toMatchObject({ kind: 'incident', id: 'i1' });
  click(1);
  expect(mapModel.get().selection).toMatchObject({ kind: 'incident', id: 'i2' });
  expect(mapModel.get().openCameras).toEqual([]);
  click(1);
  expect(mapModel.get().openCameras).toMatchObject([{ cameraId: 'c1' }]);
});

test('a pulse at the edge of the screen opens nothing of what lies there, and a key its own incident', () => {
  for (const pulse of pulses()) pulse.dataset['outside'] = 'true';
  for (let times = 0; times < 4; times += 1) click(1);
  expect(mapModel.get().openCameras).toEqual([]);
  click(0);
  expect(mapModel.get().selection).toMatchObject({ id: 'i1' });
});
