import { expect, test } from 'vitest';
import { addressOfWall, wallOfAddress } from './wall-address.ts';

const incidentId = '0198c0de-0000-7000-8000-00000000abcd';

test('a wall and its address say the same', () => {
  const cameras = [
    { cameraId: 'a-1', basis: null },
    { cameraId: 'b:2', basis: { incidentId } },
  ];
  const search = addressOfWall('?lang=en', { cameras, purpose: 'traffic' });
  expect(search).toBe(`?lang=en&cameras=a-1,b:2@${incidentId}&purpose=traffic`);
  expect(wallOfAddress(search)).toEqual({ cameras, purpose: 'traffic' });
});

test('what makes no sense in an address is left out', () => {
  const many = Array.from({ length: 500 }, (_, i) => `c${i}`).join(',');
  expect(wallOfAddress(`?cameras=,a,a,,${many}`).cameras).toHaveLength(64);
  expect(wallOfAddress(`?cameras=${'x'.repeat(5000)}&purpose=<b>`)).toEqual({
    cameras: [],
    purpose: null,
  });
  expect(wallOfAddress('?cameras=a@nothing').cameras).toEqual([
    { cameraId: 'a@nothing', basis: null },
  ]);
});
