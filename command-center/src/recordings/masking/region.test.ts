import { pictureRegion } from 'grid-data';
import { expect, test } from 'vitest';
import { moved, newRegion, regionBetween, resized } from './region.ts';

const part = { left: 0.1, top: 0.2, right: 0.3, bottom: 0.5 };

test('a part is drawn from any corner to any other, no further than the picture', () => {
  const wanted = { left: 0.2, top: 0, right: 1, bottom: 0.6 };
  expect(regionBetween({ x: 0.2, y: -0.1 }, { x: 1.3, y: 0.6 })).toEqual(wanted);
  expect(regionBetween({ x: 1.3, y: 0.6 }, { x: 0.2, y: -0.1 })).toEqual(wanted);
});

test('a slip of the hand draws nothing', () => {
  expect(regionBetween({ x: 0.2, y: 0.2 }, { x: 0.21, y: 0.9 })).toBeNull();
});

test('a part is moved and sized without leaving the picture, and stays one that the server takes', () => {
  expect(moved(part, { x: -0.5, y: 0 }).left).toBe(0);
  expect(moved(part, { x: 5, y: 5 })).toMatchObject({ right: 1, bottom: 1 });
  for (const by of [-9, -0.1, 0.1, 9]) {
    const sized = resized(moved(part, { x: by, y: by }), { x: by, y: by });
    expect(pictureRegion.safeParse(sized).success, String(by)).toBe(true);
  }
});

test('parts made by key do not lie on one another', () => {
  const first = newRegion([]);
  expect(newRegion([first])).not.toEqual(first);
});
