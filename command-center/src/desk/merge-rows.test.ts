import { expect, test } from 'vitest';
import { mergeRows } from './merge-rows.ts';

const rows = (ids: string, state = 'reported') => ids.split('').map((id) => ({ id, state }));
const reported = ({ state }: { state: string }) => state === 'reported';
const idsOf = (merged: { id: string }[]) => merged.map(({ id }) => id).join('');

test('what was scrolled to stays when the beginning of a list is asked anew', () => {
  expect(idsOf(mergeRows(rows('xab'), rows('abcdef'), reported))).toBe('xabcdef');
});

test('what has moved up stands once', () => {
  expect(idsOf(mergeRows(rows('fab'), rows('abcdef'), reported))).toBe('fab');
  expect(idsOf(mergeRows(rows('cab'), rows('abcdef'), reported))).toBe('cabdef');
});

test('what has left the list by its state leaves the page', () => {
  const before = [...rows('ab'), ...rows('c', 'accepted'), ...rows('d')];
  expect(idsOf(mergeRows(rows('ab'), before, reported))).toBe('abd');
});

test('an emptied list is empty', () => {
  expect(mergeRows([], rows('abc'), reported)).toEqual([]);
});
