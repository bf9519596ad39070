import { expect, test } from 'vitest';
import { camerasToOpen } from './open-alarm-cameras.ts';

const ranked = (id: string, permitted: boolean, refusal: string | null = null) =>
  ({ camera: { id }, relation: 'near', distanceMeters: 10, permitted, refusal }) as never;

const idsOf = (cameras: ReturnType<typeof camerasToOpen>) => cameras.map(({ camera }) => camera.id);

test('the three best permitted cameras open, in the order of the server', () => {
  const offered = ['a', 'b', 'c', 'd', 'e'].map((id) => ranked(id, id !== 'b'));
  expect(idsOf(camerasToOpen(offered))).toEqual(['a', 'c', 'd']);
});

test('where nobody is on duty the tiles open to say so', () => {
  const offered = [ranked('a', false, 'nobody-on-duty'), ranked('b', false, 'purpose-not-filed')];
  expect(idsOf(camerasToOpen(offered))).toEqual(['a']);
});

test('a camera that may not be looked through never opens by itself', () => {
  expect(camerasToOpen([ranked('a', false), ranked('b', false)])).toEqual([]);
});
