import { expect, test } from 'vitest';
import { fromCgcs2000 } from '#domain/coordinate-systems.ts';
import { parseRow } from './parse-row.ts';
import type { ImportKind } from './import-kinds.ts';

const camera = {
  id: 'CAM-1',
  name: '十字路口东',
  kind: '球机',
  owner: '城管',
  placeClass: 'crossing',
  purposes: '城市管理;交通管理',
  longitude: '100.5',
  latitude: '30.25',
};

test('a camera row in Chinese words becomes ours', () => {
  expect(parseRow('cameras', 'cgcs2000', { line: 2, fields: camera })).toMatchObject({
    accepted: {
      key: 'CAM-1',
      payload: {
        kind: 'ptz',
        owner: 'city-management',
        purposes: ['city-management', 'traffic'],
        noticePosted: false,
      },
      shape: { type: 'Point', coordinates: [100.5, 30.25] },
    },
  });
});

test('GCJ-02 is brought to CGCS2000', () => {
  const [longitude, latitude] = fromCgcs2000('gcj02', [100.5, 30.25]);
  const parsed = parseRow('cameras', 'gcj02', {
    line: 2,
    fields: { ...camera, longitude, latitude },
  });
  const shape = 'accepted' in parsed ? parsed.accepted.shape : null;
  expect(shape?.coordinates[0]).toBeCloseTo(100.5, 6);
});

test('an empty bearing stays unknown and is not north', () => {
  const parsed = parseRow('cameras', 'wgs84', { line: 2, fields: { ...camera, 朝向: '' } });
  expect(parsed).toMatchObject({
    accepted: { payload: expect.not.objectContaining({ bearingDeg: 0 }) },
  });
});

test('a component keeps the cell and the days that its own register gives', () => {
  const fields = { ObjID: '1234560101000001', BGID: '123456001001001', ORDate: '2024/5/1' };
  const row = {
    line: 2,
    fields: { ...fields, 变更日期: '2025年11月3日', longitude: 1, latitude: 1 },
  };
  expect(parseRow('city-components', 'cgcs2000', row)).toMatchObject({
    accepted: {
      payload: {
        unitGridCode: '123456001001001',
        initialDate: '2024-05-01',
        changeDate: '2025-11-03',
      },
    },
  });
});

test('Chinese marks part a list, and a number in a GeoJSON is a code', () => {
  const fields = { ...camera, id: 17, purposes: '城市管理；治安，应急、防汛' };
  expect(parseRow('cameras', 'cgcs2000', { line: 2, fields })).toMatchObject({
    accepted: {
      key: '17',
      payload: { purposes: ['city-management', 'public-security', 'emergency', 'flood-control'] },
    },
  });
});

const refused: [ImportKind, string, Record<string, unknown>, unknown?][] = [
  ['cameras', 'forbidden-place-class', { ...camera, placeClass: 'hotel-room' }],
  ['cameras', 'forbidden-place-class', { ...camera, placeClass: '更衣室' }],
  ['cameras', 'invalid-field', { ...camera, placeClass: 'roof' }],
  ['cameras', 'invalid-field', { ...camera, name: undefined }],
  ['cameras', 'invalid-field', { ...camera, owner: 'nobody' }],
  ['cameras', 'invalid-field', { ...camera, bearingDeg: '400' }],
  ['cameras', 'invalid-field', { ...camera, streamAddress: 'file:///etc/passwd' }],
  ['cameras', 'invalid-field', { ...camera, streamAddress: 'rtsps://10.0.0.9/1' }],
  ['cameras', 'not-finite', { ...camera, longitude: 'NaN' }],
  ['cameras', 'not-finite', { ...camera, latitude: '' }],
  ['cameras', 'out-of-range', { ...camera, longitude: '1005' }],
  ['city-components', 'no-position', { 标识码: '1234560101000001' }],
  ['city-components', 'invalid-field', { 标识码: '123', longitude: 1, latitude: 1 }],
  ['units', 'no-position', { id: 'u1', name: 'x', kind: '环卫' }],
  ['places', 'invalid-field', { name: 'x', kind: '学校', longitude: 1, latitude: 1 }],
  ['grid-cells', 'no-position', { gridSystem: '单元网格', code: '123456001001001' }],
  ['areas', 'invalid-field', { code: '12345', name: 'x' }],
  [
    'accounts',
    'invalid-field',
    { name: 'a.b', displayName: 'x', role: 'wall', areaCode: '123456', password: 'short' },
  ],
  [
    'accounts',
    'invalid-field',
    {
      name: 'a.b',
      displayName: 'x',
      role: 'department',
      areaCode: '123456',
      password: 'a long password',
    },
  ],
  [
    'grid-cells',
    'self-crossing',
    { gridSystem: 'unit', code: '123456001001001' },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    },
  ],
];

test.each(refused)('%s: %s is refused with the field named', (kind, reason, fields, geometry) => {
  const row = { line: 7, fields, ...(geometry === undefined ? {} : { geometry }) };
  expect(parseRow(kind, 'cgcs2000', row)).toMatchObject({ rejected: { line: 7, reason } });
});

test.each<[ImportKind, Record<string, unknown>, string]>([
  [
    'accounts',
    { name: 'a.b', displayName: 'x', role: 'wall', areaCode: '123456', password: 'hunter2' },
    'hunter2',
  ],
  ['cameras', { ...camera, streamAddress: 'rtsps://admin:hunter2@10.0.0.9/1' }, 'hunter2'],
])('a refusal of %s never repeats a password', (kind, fields, secret) => {
  const parsed = parseRow(kind, 'cgcs2000', { line: 2, fields });
  expect(parsed).toHaveProperty('rejected');
  expect(JSON.stringify(parsed)).not.toContain(secret);
});

test('a place that is no place is told by its columns', () => {
  const fields = { ...camera, longitude: 'east', latitude: '' };
  expect(parseRow('cameras', 'cgcs2000', { line: 2, fields })).toMatchObject({
    rejected: { detail: 'longitude "east", latitude is missing: two numbers are needed' },
  });
});

test('what is missing is named, and nothing is made up for it', () => {
  expect(parseRow('departments', 'cgcs2000', { line: 2, fields: {} })).toEqual({
    rejected: { line: 2, reason: 'invalid-field', detail: 'code is missing; name is missing' },
  });
});
