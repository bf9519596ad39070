import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { CalibrationNote } from './CalibrationNote.tsx';
import type { Calibration } from './use-calibration.ts';

const ground = { origin: [111, 27] as const, toGround: [], toPicture: [] };
const calibration = {
  ...{ ground, aspect: 16 / 9, rangeMeters: 100, tiltDeg: 21.96, stale: null },
} as unknown as Calibration;

let root: Root;

beforeAll(() => startWords('en'));
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const show = (more: Partial<Calibration>) =>
  flushSync(() => root.render(<CalibrationNote calibration={{ ...calibration, ...more }} />));
const tilt = () => document.querySelector('[data-tilt]');

test('a calibrated picture says how far down its camera looks', () => {
  show({});
  expect(tilt()?.textContent).toContain('looks 22.0° down');
});

test('nothing is said of it where the points do not tell, or the camera has been turned since', () => {
  show({ tiltDeg: null });
  expect(tilt()).toBeNull();
  show({ stale: 'turned' });
  expect(tilt()).toBeNull();
});
