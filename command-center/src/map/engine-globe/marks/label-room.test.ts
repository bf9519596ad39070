import { expect, test } from 'vitest';
import { withRoom } from './label-room.ts';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 20 });

test('of labels that lie over each other the first is shown', () => {
  expect([...withRoom([box(0, 0), box(60, 10), box(0, 25), box(101, 0)])]).toEqual([0, 2, 3]);
});

test('a label that gives way takes no room from the next', () => {
  expect([...withRoom([box(0, 0), box(90, 0), box(180, 0)])]).toEqual([0, 2]);
});

test('a label behind the horizon has no room', () => {
  expect([...withRoom([undefined, box(0, 0)])]).toEqual([1]);
});
