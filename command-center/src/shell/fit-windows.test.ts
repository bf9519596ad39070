import { expect, test } from 'vitest';
import { fitWindows } from './fit-windows.ts';

const room = { heightPx: 800, widestPx: 430, narrowestPx: 250, chromePx: 70, gapPx: 8 };
const heightOf = (widthPx: number) => (widthPx * 9) / 16 + room.chromePx;

test('one window is as wide as its column', () => {
  expect(fitWindows({ ...room, count: 1 })).toEqual({ columns: 1, widthPx: 430 });
});

test.each([2, 3])('%d windows stand above each other and fit the height', (count) => {
  const { columns, widthPx } = fitWindows({ ...room, count });
  expect(columns).toBe(1);
  expect(count * heightOf(widthPx) + (count - 1) * room.gapPx).toBeLessThanOrEqual(800);
});

test.each([5, 6])('%d windows stand in two columns rather than be too small to see', (count) => {
  const { columns, widthPx } = fitWindows({ ...room, count });
  expect(columns).toBe(2);
  expect(widthPx).toBeGreaterThanOrEqual(250);
  expect(3 * heightOf(widthPx) + 2 * room.gapPx).toBeLessThanOrEqual(800);
});

test('a window is never narrower than can be seen, whatever the screen', () => {
  expect(fitWindows({ ...room, heightPx: 100, count: 6 }).widthPx).toBe(250);
});
