import { expect, test } from 'vitest';
import type { DutyFieldsFragment } from '#gis/generated/graphql.ts';
import { rosterOf } from './duty-roster.ts';

const duty = (post: 'LEADER' | 'SHIFT_LEADER', displayName: string, hour: number) =>
  ({ post, displayName, signedInAt: `2026-11-23T0${hour}:00:00Z` }) as DutyFieldsFragment;

test('an empty post is named, not left out', () => {
  expect(rosterOf([]).map((line) => [line.post, line.duties.length])).toEqual([
    ['LEADER', 0],
    ['SHIFT_LEADER', 0],
  ]);
});

test('whoever signed in first stands first', () => {
  const [, shift] = rosterOf([duty('SHIFT_LEADER', '乙', 9), duty('SHIFT_LEADER', '甲', 8)]);
  expect(shift?.duties.map((each) => each.displayName)).toEqual(['甲', '乙']);
});
