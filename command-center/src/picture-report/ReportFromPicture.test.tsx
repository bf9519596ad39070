import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { LivePicture } from '#video/use-live-picture.ts';
import { startWords } from '#words/i18n.ts';
import { endPictureReport, pictureReportState } from './picture-report-state.ts';
import { ReportFromPicture } from './ReportFromPicture.tsx';

const viewer = vi.hoisted(() => ({ permissions: ['incident.report'] }));
vi.mock('#gis/use-viewer.ts', () => ({ useViewer: () => ({ viewer }) }));
vi.mock('#video/grab-picture.ts', () => ({
  grabPicture: () => document.createElement('canvas'),
}));

let root: Root;
beforeAll(async () => {
  await startWords('en');
});
beforeEach(() => {
  viewer.permissions = ['incident.report'];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  endPictureReport();
  document.body.replaceChildren();
});

const ticket = { viewId: 'v', ticket: '', purpose: 'city-management', chargedTo: '' };
const live = (purpose = 'city-management') =>
  ({ view: { state: { kind: 'live', since: 0 }, ticket: { ...ticket, purpose } } }) as LivePicture;
const closed = {
  view: { state: { kind: 'offline', reason: 'purpose-not-filed' }, ticket: null },
} as unknown as LivePicture;

async function shown(picture: LivePicture, purposes = ['city-management']) {
  const camera = { id: 'c', name: 'corner', purposes, position: { longitude: 1, latitude: 2 } };
  await act(async () =>
    root.render(<ReportFromPicture camera={camera} calibration={null} picture={picture} />),
  );
  return document.querySelector('button');
}

test('it is offered only of a camera filed for city management, to who may report, on a stated purpose', async () => {
  expect(await shown(live())).not.toBeNull();
  expect(await shown(live(), ['public-security'])).toBeNull();
  expect(await shown(live('break-glass'))).toBeNull();
  viewer.permissions = ['camera.view'];
  expect(await shown(live())).toBeNull();
});

test('the frame in hand goes with the look it was taken from', async () => {
  const button = await shown(live());
  await act(async () => button?.click());
  expect(pictureReportState.get().report).toMatchObject({ camera: { id: 'c' }, viewId: 'v' });
  await shown(closed);
  expect(pictureReportState.get().report).toBeNull();
});
