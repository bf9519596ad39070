import { expect, test } from 'vitest';
import { byRelevance } from './fill-by-relevance.ts';

const seen = (id: string, permitted = true) => ({ camera: { id, permitted } });

test('a wall without hands shows what sees the open incidents, then what its duty watches most', () => {
  const found = {
    dutyPurposes: ['traffic', 'public-security'],
    cameras: [
      { id: 'a', purposes: ['traffic'] },
      { id: 'b', purposes: ['public-security'] },
      { id: 'c', purposes: ['public-security'] },
      { id: 'at-fire', purposes: ['public-security'] },
    ],
  };
  const incidents = [{ id: 'fire', cameras: [seen('not-filed', false), seen('at-fire')] }];
  expect(byRelevance(found, incidents)).toEqual([
    { cameraId: 'at-fire', basis: { incidentId: 'fire' } },
    { cameraId: 'b', basis: { dutyPurpose: 'public-security' } },
    { cameraId: 'c', basis: { dutyPurpose: 'public-security' } },
  ]);
  expect(byRelevance({ dutyPurposes: [], cameras: [] }, [])).toEqual([]);
});
