import { encodeSight } from '#sight-lines/viewshed/sight-code.ts';
import { pointAt } from 'grid-data';
import type { LonLat } from 'grid-data';
import { describe, expect, it } from 'vitest';
import type { CameraRecord } from './camera-record.ts';
import { rankCameras } from './camera-ranking.ts';
import type { LookNow } from './camera-sight.ts';

const point: LonLat = [10, 50];

/** A camera so many metres south of the point, looking north, unless said otherwise. */
function aCamera(id: string, metersSouth: number, more: Partial<CameraRecord> = {}): CameraRecord {
  const [longitude, latitude] = pointAt(point, 180, metersSouth);
  return {
    id,
    name: id,
    kind: 'fixed',
    gbCode: null,
    areaCode: '990101001001',
    unitGridCode: null,
    longitude,
    latitude,
    bearingDeg: 0,
    widthDeg: 60,
    rangeMeters: 120,
    heightMeters: 6,
    state: 'online',
    stateReason: null,
    stateSince: null,
    health: null,
    healthReason: null,
    healthSince: null,
    healthCheckedAt: null,
    owner: 'city-management',
    placeClass: 'street',
    purposes: ['city-management'],
    noticePosted: true,
    filingNo: null,
    address: null,
    illustrative: true,
    goneAt: null,
    version: 1,
    ...more,
  };
}

const ids = (cameras: CameraRecord[], refused: string[] = []) =>
  rankCameras(cameras, point, {
    refusalOf: ({ id }) => (refused.includes(id) ? 'purpose-not-filed' : null),
    looksNow: () => null,
  }).map(({ camera, relation }) => `${camera.id} ${relation}`);

describe('cameras for a point', () => {
  it('come with those that see it first, nearest first, then those that can turn, then the near ones', () => {
    const cameras = [
      aCamera('looks-away', 20, { bearingDeg: 180 }),
      aCamera('far-sees', 100),
      aCamera('turns', 40, { kind: 'ptz', bearingDeg: 180 }),
      aCamera('sees', 60),
    ];
    expect(ids(cameras)).toEqual([
      'sees sees',
      'far-sees sees',
      'turns can-turn',
      'looks-away near',
    ]);
  });

  it('come permitted ones first, the refused behind them with the reason', () => {
    const cameras = [aCamera('sees', 60), aCamera('looks-away', 20, { bearingDeg: 180 })];
    expect(ids(cameras, ['sees'])).toEqual(['looks-away near', 'sees sees']);
    const [, refused] = rankCameras(cameras, point, {
      refusalOf: ({ id }) => (id === 'sees' ? 'purpose-not-filed' : null),
      looksNow: () => null,
    });
    expect(refused).toMatchObject({ permitted: false, refusal: 'purpose-not-filed' });
  });

  it('come offline ones behind those that show a picture, and before the refused', () => {
    const cameras = [
      aCamera('refused', 20),
      aCamera('failed', 40, { state: 'offline', stateReason: 'no-frames' }),
      aCamera('looks-away', 60, { bearingDeg: 180 }),
    ];
    expect(ids(cameras, ['refused'])).toEqual(['looks-away near', 'failed sees', 'refused sees']);
  });

  it('are judged by where a turned one looks now, with what was worked out all around it', () => {
    const clearAround = encodeSight({
      startDeg: 0,
      stepDeg: 10,
      stepMeters: 2,
      rays: 36,
      steps: 60,
      codes: new Uint8Array(36 * 60),
    });
    const camera = { ...aCamera('turns', 40, { kind: 'ptz' }), cells: clearAround, unknown: [] };
    const rankedWhen = (look: LookNow | null) =>
      rankCameras([camera], point, { refusalOf: () => null, looksNow: () => look });
    expect(rankedWhen(null)).toMatchObject([{ relation: 'sees', reason: 'clear' }]);
    expect(rankedWhen({ bearingDeg: 180, widthDeg: 60 })).toMatchObject([
      { relation: 'can-turn', reason: 'turned-away', camera: { bearingDeg: 0 } },
    ]);
    expect(rankedWhen({ bearingDeg: 350, widthDeg: 10 }), 'zoomed in').toMatchObject([
      { relation: 'can-turn', reason: 'turned-away' },
    ]);
    expect(rankedWhen({ bearingDeg: null, widthDeg: 60 }), 'turned by hand').toMatchObject([
      { relation: 'can-turn' },
    ]);
  });

  it('leave out what is out of range, and call near whose bearing nobody knows', () => {
    const cameras = [aCamera('away', 900), aCamera('unknown', 30, { bearingDeg: null })];
    expect(ids(cameras)).toEqual(['unknown near']);
  });
});
