import { expect, test } from 'vitest';
import { afterFrame } from './positions.ts';

const now = 1_000_000;
const row = (id: string, longitude = 111) => [id, longitude, 27, 90, 5, 2] as const;

test('a full frame is all there is', () => {
  const before = afterFrame(new Map(), { full: true, units: [row('a'), row('b')] }, now);
  expect([...afterFrame(before, { full: true, units: [row('c')] }, now).keys()]).toEqual(['c']);
});

test('a part of a frame moves some, adds some and takes some away', () => {
  const before = afterFrame(new Map(), { full: true, units: [row('a'), row('b')] }, now);
  const after = afterFrame(
    before,
    { full: false, units: [row('a', 112), row('c')], gone: ['b'] },
    now,
  );
  expect([...after.keys()].sort()).toEqual(['a', 'c']);
  expect(after.get('a')?.longitude).toBe(112);
});

test('the age of a word counts from when the unit said it', () => {
  const after = afterFrame(new Map(), { full: true, units: [row('a')] }, now);
  expect(after.get('a')?.heardAt).toBe(now - 2000);
});

test('a place that is no number is not drawn', () => {
  expect(afterFrame(new Map(), { full: true, units: [row('a', Number.NaN)] }, now).size).toBe(0);
});
