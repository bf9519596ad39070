import { tellSessionNews } from '#gis/session-news.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { sessionStore, startSession } from './session.ts';

const viewer = (areaCode: string) => ({
  __typename: 'Viewer',
  userId: 'u',
  name: 'officer',
  displayName: 'Officer',
  role: 'duty-officer',
  permissions: [],
  dutyPurposes: [],
  departmentCode: null,
  duty: null,
  area: {
    __typename: 'Area',
    code: areaCode,
    name: areaCode,
    level: 'township',
    bbox: [0, 0, 1, 1],
    center: { __typename: 'Position', longitude: 0, latitude: 0 },
  },
});

let answered: object | null;
vi.stubGlobal('fetch', () =>
  Promise.resolve(
    new Response(JSON.stringify({ data: { viewer: answered } }), {
      headers: { 'content-type': 'application/json' },
    }),
  ),
);

const areaOnScreen = () => sessionStore.get().viewer?.area.code;

beforeEach(async () => {
  answered = viewer('990101001');
  await startSession();
  expect(areaOnScreen()).toBe('990101001');
});

test('an account that was moved stands at its new area without signing in again', async () => {
  answered = viewer('990101002');
  tellSessionNews('rights-changed');
  expect(areaOnScreen()).toBeUndefined();
  await vi.waitFor(() => expect(areaOnScreen()).toBe('990101002'), { timeout: 10_000 });
});

test('an account that was closed is asked to sign in, and told why', async () => {
  answered = null;
  tellSessionNews('rights-changed');
  await vi.waitFor(
    () => expect(sessionStore.get()).toEqual({ state: 'out', viewer: null, ended: true }),
    { timeout: 10_000 },
  );
});
