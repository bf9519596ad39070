import type { WallTile } from 'grid-data';
import { expect, test } from 'vitest';
import { tileOfLook } from './tile-of-look.ts';

const rect = { leftMm: 0, topMm: 0, widthMm: 100, heightMm: 100 };
const tiles: readonly WallTile[] = [
  { id: 'fire', kind: 'incident-cameras', rect, incidentId: 'fire', most: 4 },
  { id: 'flood', kind: 'incident-cameras', rect, incidentId: 'flood', most: 4 },
  { id: 'gate', kind: 'cameras', rect, cameras: [{ cameraId: 'a', incidentId: null }] },
];

test.each([
  ['of the second incident on a screen', { incidentId: 'flood' }, 'flood'],
  ['of no incident, though incidents stand beside it', { dutyPurpose: '' }, 'gate'],
])('a look %s is its own tile’s', (_, basis, tile) => {
  expect(tileOfLook(tiles, 'a', basis)?.id).toBe(tile);
});

test('a look that no tile shows belongs to none', () => {
  expect(tileOfLook(tiles, 'b', { dutyPurpose: '' })).toBeNull();
});
