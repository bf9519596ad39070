import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { toCgcs2000 } from 'grid-data';
import { startWords } from '#words/i18n.ts';
import { PlacePicker, type PickedPlace } from './PlacePicker.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
beforeAll(() => startWords('zh-CN'));
beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const fix = { longitude: 111.67, latitude: 27.69, accuracy: 12 };

/** The form with a phone that gives the fix, after “use my phone's position”. */
function located(onPick: (place: PickedPlace) => void) {
  vi.stubGlobal('navigator', {
    geolocation: {
      getCurrentPosition: (found: PositionCallback) =>
        found({ coords: fix } as unknown as GeolocationPosition),
    },
  });
  const page = document.createElement('div');
  const root = createRoot(page);
  act(() => root.render(<PlacePicker place={null} onPick={onPick} />));
  const locate = [...page.querySelectorAll('button')].find(
    ({ textContent }) => textContent === '用手机定位',
  );
  act(() => locate?.click());
  return { page, root };
}

test('a phone that gives its place in another datum is read in that one, once that is said', () => {
  const onPick = vi.fn<(place: PickedPlace) => void>();
  const { page, root } = located(onPick);
  expect(onPick.mock.lastCall?.[0]).toEqual({
    position: { longitude: fix.longitude, latitude: fix.latitude },
    ...{ address: '', accuracyMeters: 12 },
  });
  const datum = page.querySelector('select')!;
  act(() => {
    datum.value = 'gcj02';
    datum.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const [longitude, latitude] = toCgcs2000('gcj02', [fix.longitude, fix.latitude]);
  const { position } = onPick.mock.lastCall![0];
  expect(position.longitude).toBeCloseTo(longitude, 6);
  expect(position.latitude).toBeCloseTo(latitude, 6);
  expect(Math.abs(position.longitude - fix.longitude)).toBeGreaterThan(0.001);
  act(() => root.unmount());
});

test('a datum that was said once is known the next time', () => {
  localStorage.setItem('cloud-eye.field.datum', 'gcj02');
  const onPick = vi.fn<(place: PickedPlace) => void>();
  const { root } = located(onPick);
  expect(onPick.mock.lastCall![0].position.longitude).not.toBe(fix.longitude);
  act(() => root.unmount());
});
