import { describe, expect, test } from 'vitest';
import { layOut, type Box, type Room } from './lay-out.ts';

const hall: Room = { width: 1920, height: 1020, gap: 8 };
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the tiles of a wall', () => {
  test.each([
    [1, 1],
    [2, 2],
    [4, 2],
    [6, 3],
    [9, 3],
    [16, 4],
  ])('%i stand in rows of %i', (count, columns) => {
    const boxes = layOut(count, null, hall);
    expect(boxes.filter(({ y }) => y === boxes[0]!.y)).toHaveLength(columns);
  });

  test('stand in one row on a wall of three screens', () => {
    const boxes = layOut(3, null, { width: 5760, height: 1080, gap: 8 });
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
  });

  test.each([
    [null, hall],
    [0, hall],
    [3, hall],
    [0, { width: 5760, height: 1080, gap: 8 }],
    [0, { width: 1080, height: 1920, gap: 8 }],
  ])('never overlap nor leave the wall, with %s large', (large, room) => {
    for (let count = 1; count <= 32; count += 1) {
      const boxes = layOut(count, large !== null && large < count ? large : null, room);
      expect(boxes).toHaveLength(count);
      for (const [index, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(room.width);
        expect(box.y + box.height).toBeLessThanOrEqual(room.height);
        expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
      }
    }
  });

  test('one large leaves no strip of the wall empty beside the others', () => {
    const boxes = layOut(16, 0, hall);
    expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBeGreaterThan(1800);
    expect(Math.max(...boxes.map(({ y, height }) => y + height))).toBeGreaterThan(1000);
    expect(boxes[0]!.width).toBeGreaterThan(1500);
  });

  test('one may be larger than all others', () => {
    const boxes = layOut(9, 4, hall);
    const widest = boxes.toSorted((a, b) => b.width - a.width)[0];
    expect(widest).toBe(boxes[4]);
  });
});
