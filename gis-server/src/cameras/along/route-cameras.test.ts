import { lengthOf, pointAt, routeOf, type LonLat } from 'grid-data';
import { expect, it } from 'vitest';
import type { CameraRecord } from '../camera-record.ts';
import type { LooksNow } from '../camera-sight.ts';
import { routeCameras, seenNow } from './route-cameras.ts';

const west: LonLat = [10, 50];
/** Six hundred metres to the east. */
const street = routeOf([west, pointAt(west, 90, 600)]);

/** A camera so far along the street and so far to its north, looking south, unless said otherwise. */
function aCamera(id: string, [east, north]: LonLat, more: Partial<CameraRecord> = {}) {
  const [longitude, latitude] = pointAt(pointAt(west, 90, east), 0, north);
  return {
    ...{ id, name: id, kind: 'fixed', gbCode: null, areaCode: '990101001001', unitGridCode: null },
    ...{ longitude, latitude, bearingDeg: 180, widthDeg: 60, rangeMeters: 80, heightMeters: 6 },
    ...{ state: 'online', stateReason: null, stateSince: null, health: null, healthReason: null },
    ...{ healthSince: null, healthCheckedAt: null, owner: 'city-management', placeClass: 'street' },
    ...{ purposes: ['city-management'], noticePosted: true, filingNo: null, address: null },
    ...{ illustrative: true, goneAt: null, version: 1 },
    ...more,
  } as CameraRecord;
}

const along = (
  cameras: CameraRecord[],
  refused: readonly string[] = [],
  looksNow: LooksNow = () => null,
) =>
  routeCameras(cameras, street, {
    withinMeters: 40,
    refusalOf: ({ id }) => (refused.includes(id) ? 'purpose-not-filed' : null),
    looksNow,
  });

it('come in the order in which one passes them, each with its side, its look and what it does', () => {
  const found = along([
    aCamera('last', [500, -10], { bearingDeg: 270 }),
    aCamera('first', [90, 12]),
    aCamera('turned', [300, 15], { bearingDeg: 0 }),
    aCamera('tower', [400, 300], { kind: 'high-point', rangeMeters: 900, bearingDeg: 0 }),
  ]);
  expect(
    found.map(({ camera, side, look, relation, reason }) =>
      [camera.id, side, look, relation, reason].join(' '),
    ),
  ).toEqual([
    'first left across sees unchecked',
    'turned left across near turned-away',
    'tower left across can-turn unchecked',
    'last right against sees unchecked',
  ]);
  expect(found[0]!.alongMeters).toBeGreaterThan(80);
  expect(found[0]!.alongMeters).toBeLessThan(100);
});

it('tell of a turned one what it sees now, and which way it looks now', () => {
  const camera = aCamera('turned', [300, 15], { kind: 'ptz' });
  const [turned] = along([camera], [], () => ({ bearingDeg: 270, widthDeg: 40 }));
  expect(turned).toMatchObject({ relation: 'sees', look: 'against', camera: { bearingDeg: 180 } });
  expect(Math.max(...turned!.stretches.map(({ toMeters }) => toMeters))).toBeLessThan(300);
  const [away] = along([camera], [], () => ({ bearingDeg: 0, widthDeg: 40 }));
  expect(away).toMatchObject({ relation: 'can-turn' });
});

it('tell which stretch of the street is in the picture', () => {
  const [camera] = along([aCamera('first', [300, 40])]);
  // Sixty degrees from forty metres away.
  expect(lengthOf(camera!.stretches)).toBeGreaterThan(38);
  expect(lengthOf(camera!.stretches)).toBeLessThan(55);
});

it('are left out where they only stand near and beyond the width asked for', () => {
  expect(along([aCamera('away', [300, 60], { bearingDeg: 0 })])).toEqual([]);
  expect(along([aCamera('beside', [300, 30], { bearingDeg: 0 })])).toHaveLength(1);
});

it('count as seen now only what may be opened and is not offline', () => {
  const cameras = [
    aCamera('open', [100, 20]),
    aCamera('refused', [200, 20]),
    aCamera('dark', [300, 20], { state: 'offline' }),
  ];
  const seen = seenNow(street, along(cameras, ['refused']));
  expect(seen).toHaveLength(1);
  expect(seen[0]!.fromMeters).toBeLessThan(100);
  expect(seen[0]!.toMeters).toBeLessThan(140);
});
