import { permissionsOf, platformListReason, type Role } from 'grid-data';
import { expect, test } from 'vitest';
import type { Viewer } from '#access/viewer.ts';
import {
  decideCameraView,
  dutyPurposes,
  type CameraToView,
  type ViewGround,
} from './view-decision.ts';

const viewer = (role: Role, areaCode = '990101001'): Viewer => ({
  userId: 'u',
  sessionId: 's',
  name: 'n',
  displayName: 'n',
  role,
  permissions: new Set(permissionsOf(role)),
  areaCode,
  departmentCode: null,
  scopePrefix: areaCode,
});
const camera: CameraToView = {
  areaCode: '990101001001',
  state: 'online',
  stateReason: null,
  goneAt: null,
  purposes: ['public-security', 'emergency'],
  placeClass: 'street',
};
const unfiled: CameraToView = { ...camera, purposes: [] };
const glass: ViewGround = { kind: 'break-glass' };
const stall: ViewGround = { kind: 'incident', purposes: ['city-management'] };
const fight: ViewGround = { kind: 'incident', purposes: ['traffic', 'public-security'] };
const duty = (purpose: string): ViewGround => ({ kind: 'duty', purpose });
const any: ViewGround = { kind: 'any' };

test.each([
  ['a fight opens it', 'duty-officer', camera, fight, 'public-security'],
  ['its own duty opens it', 'duty-officer', camera, duty('emergency'), 'emergency'],
  ['any purpose is looked for', 'town-monitor', camera, any, 'public-security'],
  ['a dispatcher may for the case', 'dispatcher', camera, fight, 'public-security'],
  [
    'an unknown state may be tried',
    'leader',
    { ...camera, state: 'unknown' },
    any,
    'public-security',
  ],
  [
    'what a pull found offline may be back, so it is tried',
    'leader',
    { ...camera, state: 'offline', stateReason: 'no-frames' },
    any,
    'public-security',
  ],
] as const)('%s', (...[, role, asked, ground, purpose]) => {
  expect(decideCameraView(viewer(role), asked, ground, true)).toEqual({
    permitted: true,
    purpose,
  });
});

test.each([
  ['a stall is no matter of public security', 'duty-officer', camera, stall, 'purpose-not-filed'],
  ['not filed for floods', 'duty-officer', camera, duty('flood-control'), 'purpose-not-filed'],
  ['not a dispatcher’s duty', 'dispatcher', camera, duty('public-security'), 'purpose-not-of-duty'],
  ['a dispatcher’s duties open none of these', 'dispatcher', camera, any, 'purpose-not-filed'],
  ['a grid worker looks through none', 'grid-worker', camera, fight, 'permission-missing'],
  ['an auditor reads about looks only', 'auditor', camera, any, 'permission-missing'],
  ['the next township', 'leader', { ...camera, areaCode: '990101002001' }, any, 'outside-scope'],
  ['taken down', 'leader', { ...camera, goneAt: new Date(0) }, any, 'camera-gone'],
  [
    'its platform lists it as offline',
    'leader',
    { ...camera, state: 'offline', stateReason: platformListReason },
    any,
    'camera-offline',
  ],
  ['a closed case', 'leader', camera, { kind: 'incident-closed' }, 'incident-closed'],
] as const)('refused: %s', (...[, role, asked, ground, refusal]) => {
  expect(decideCameraView(viewer(role), asked, ground, true)).toEqual({
    permitted: false,
    refusal,
  });
});

test.each(['wall', 'duty-officer'] as const)(
  'on the screen of a %s no picture opens for which nobody answers',
  (role) => {
    expect(decideCameraView(viewer(role), camera, fight, false)).toEqual({
      permitted: false,
      refusal: 'nobody-on-duty',
    });
  },
);

test('a wall with somebody on duty shows it', () => {
  expect(decideCameraView(viewer('wall'), camera, fight, true)).toMatchObject({ permitted: true });
});

test('a supervisor on duty breaks the glass of a camera that is filed for nothing', () => {
  for (const role of ['leader', 'shift-leader'] as const) {
    expect(decideCameraView(viewer(role), unfiled, glass, true)).toEqual({
      permitted: true,
      purpose: 'break-glass',
    });
  }
});

test.each([
  ['nobody else', 'duty-officer', unfiled, true, 'permission-missing'],
  ['no wall', 'wall', unfiled, true, 'permission-missing'],
  ['not off duty', 'leader', unfiled, false, 'not-on-duty'],
  ['not where a purpose will do', 'leader', camera, true, 'purpose-suffices'],
  [
    'never in a changing room',
    'leader',
    { ...unfiled, placeClass: 'changing-room' },
    true,
    'place-forbidden',
  ],
  ['not next door', 'leader', { ...unfiled, areaCode: '990101002001' }, true, 'outside-scope'],
] as const)('the glass is broken by %s', (...[, role, asked, onDuty, refusal]) => {
  expect(decideCameraView(viewer(role), asked, glass, onDuty)).toEqual({
    permitted: false,
    refusal,
  });
});

test('who may not look has no purposes to state', () => {
  expect(dutyPurposes(viewer('grid-worker'))).toEqual([]);
  expect(dutyPurposes(viewer('dispatcher'))).toEqual(['city-management']);
});
