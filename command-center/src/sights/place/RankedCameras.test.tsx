import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RankedCameraLineFragment } from '#gis/generated/graphql.ts';
import { mapModel, type LookBasis } from '#map/map-model.ts';
import { startWords } from '#words/i18n.ts';
import { RankedCameras } from './RankedCameras.tsx';

type Ranked = RankedCameraLineFragment;

function aRow(id: string, more: Partial<Ranked> = {}, state = 'online'): Ranked {
  return {
    relation: 'sees',
    reason: 'clear',
    distanceMeters: 60,
    permitted: true,
    refusal: null,
    ...more,
    camera: {
      id,
      name: `camera ${id}`,
      kind: 'fixed',
      state,
      owner: 'city-management',
      position: { longitude: 111, latitude: 27 },
    },
  };
}

const oneOfEach: readonly Ranked[] = [
  aRow('sees'),
  aRow('turns', { relation: 'can-turn', reason: 'turned-away' }),
  aRow('near', { relation: 'near', reason: 'out-of-range' }),
  aRow('house', { relation: 'near', reason: 'building' }),
  aRow('hill', { relation: 'near', reason: 'hill' }),
  aRow('offline', {}, 'offline'),
  aRow('refused', { permitted: false, refusal: 'purpose-not-filed' }),
];

let root: Root;

beforeAll(() => startWords('en'));
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  mapModel.set({ openCameras: [] });
});

function show(ranked: readonly Ranked[], basis: LookBasis = null): void {
  flushSync(() => root.render(<RankedCameras ranked={ranked} error={undefined} basis={basis} />));
}
const row = (id: string) => document.querySelector<HTMLElement>(`[data-offered="${id}"]`);
const press = (element: Element | null | undefined) =>
  flushSync(() => element?.dispatchEvent(new MouseEvent('click', { bubbles: true })));

test('each camera says why it is offered: it sees, can turn, is near, is hidden, offline or not permitted', () => {
  show(oneOfEach);
  press(document.querySelector('[data-act="more-cameras"]'));
  const words = Object.fromEntries(
    oneOfEach.map(({ camera }) => [camera.id, row(camera.id)?.textContent ?? '']),
  );
  expect(words['sees']).toBe('camera seessees it · 60 m');
  expect(words['turns']).toContain('can turn to it · looks elsewhere');
  expect(words['near']).toContain('only near · out of range');
  expect(words['house']).toContain('only near · blocked by a building');
  expect(words['hill']).toContain('only near · blocked by a hill');
  expect(words['offline']).toContain('offline · sees it');
  expect(words['refused']).toContain('its owner did not file this purpose');
  expect(row('refused')?.querySelector('button')?.disabled).toBe(true);
  expect(row('house')?.querySelector('[data-sight="building"]')).toBeTruthy();
  expect(document.querySelectorAll('[data-camera-state]')).toHaveLength(1);
});

test('four are shown, and all that came behind “more”', () => {
  show(oneOfEach);
  expect(document.querySelectorAll('[data-offered]')).toHaveLength(4);
  const more = document.querySelector('[data-act="more-cameras"]');
  expect(more?.textContent).toBe('3 more cameras');
  press(more);
  expect(document.querySelectorAll('[data-offered]')).toHaveLength(oneOfEach.length);
  expect(document.querySelector('[data-act="more-cameras"]')).toBeNull();
});

test('one opens for what the list is about, and says how it stands to the place', () => {
  show(oneOfEach, { incidentId: 'i' });
  press(row('turns')?.querySelector('button'));
  expect(mapModel.get().openCameras).toMatchObject([
    {
      cameraId: 'turns',
      basis: { incidentId: 'i' },
      reason: { relation: 'can-turn', distanceMeters: 60 },
    },
  ]);
});

test('a refusal that all share is said once', () => {
  const refused = { permitted: false, refusal: 'nobody-on-duty' };
  show([aRow('a', refused), aRow('b', refused)]);
  expect(document.querySelectorAll('[data-refusal]')).toHaveLength(1);
  expect(document.body.textContent).toContain('nobody is on duty');
});
