import { expect, test } from 'vitest';
import { correctionOf, metersMoved } from './correction-of.ts';
import { emptyDraft } from './move-draft.ts';

test('what nobody touched stays as it is', () => {
  const nothing = { classCode: null, position: null, address: null, grade: null };
  expect(correctionOf(emptyDraft('correct').correction)).toEqual(nothing);
  expect(correctionOf({ ...emptyDraft('correct').correction, address: '  ' })).toEqual(nothing);
});

test('what was put right is said, the place as numbers alone', () => {
  const position = { __typename: 'Position', longitude: 111.7, latitude: 27.7 };
  expect(correctionOf({ classCode: 'C0102', position, address: ' 北路 3 ', grade: 2 })).toEqual({
    classCode: 'C0102',
    position: { longitude: 111.7, latitude: 27.7 },
    address: '北路 3',
    grade: 2,
  });
});

test('a place that is moved says by how much', () => {
  const from = { longitude: 111.7, latitude: 27.7 };
  expect(metersMoved(from, null)).toBe(0);
  expect(metersMoved(from, { longitude: 111.7, latitude: 27.701 })).toBe(111);
});
