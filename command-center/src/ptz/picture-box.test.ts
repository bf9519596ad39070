import { expect, test } from 'vitest';
import { pictureWithin } from '#video/picture-within.ts';
import { boxBetween } from './picture-box.ts';

test('a picture keeps its shape in a stage of another', () => {
  expect(pictureWithin({ width: 400, height: 300 }, { width: 1600, height: 900 })).toEqual({
    left: 0,
    top: 37.5,
    width: 400,
    height: 225,
  });
});

const picture = { left: 0, top: 50, width: 400, height: 200 };

test('a click is a box without extent, whatever little the hand moved', () => {
  expect(boxBetween({ x: 100, y: 100 }, { x: 103, y: 98 }, picture)).toEqual({
    left: 0.25,
    right: 0.25,
    top: 0.25,
    bottom: 0.25,
  });
});

test('a drag either way is the same box, no further than the picture', () => {
  const box = { left: 0.5, right: 1, top: 0.5, bottom: 1 };
  expect(boxBetween({ x: 200, y: 150 }, { x: 500, y: 400 }, picture)).toEqual(box);
  expect(boxBetween({ x: 400, y: 250 }, { x: 200, y: 150 }, picture)).toEqual(box);
});

test('what begins beside the picture is nothing', () => {
  expect(boxBetween({ x: 100, y: 20 }, { x: 200, y: 150 }, picture)).toBeNull();
});
