import { expect, test } from 'vitest';
import { keptInside, nearestOnBox, placeMarks } from './place-marks.ts';

const box = { left: 100, right: 200, top: 50, bottom: 150 };

test('a tether ends at the nearest edge of its window', () => {
  expect(nearestOnBox({ x: 20, y: 90 }, box)).toEqual({ x: 100, y: 90 });
  expect(nearestOnBox({ x: 300, y: 300 }, box)).toEqual({ x: 200, y: 150 });
});

test('an alarm outside the screen stays at the edge of what panels leave free', () => {
  const screen = { left: 0, right: 1000, top: 0, bottom: 800 };
  const free = { left: 300, right: 700, top: 30, bottom: 750 };
  const behindPanel = { x: 100, y: 400 };
  expect(keptInside(behindPanel, screen, free)).toBe(behindPanel);
  expect(keptInside({ x: -300, y: 400 }, screen, free)).toEqual({ x: 300, y: 400 });
});

test('a mark goes where the map says its place is, and away where it cannot be seen', () => {
  const frame = document.createElement('div');
  frame.innerHTML = '<i data-place="111,27"></i><b data-place="1,2"></b>';
  const engine = {
    project: ([longitude]: readonly [number, number]) =>
      longitude === 111 ? { x: 12, y: 34 } : null,
  };
  placeMarks(frame, engine as never);
  const [seen, hidden] = [...frame.children] as HTMLElement[];
  expect(seen?.style.transform).toBe('translate(12px, 34px)');
  expect(hidden?.style.display).toBe('none');
});
