import { expect, test } from 'vitest';
import { mergeNewest } from './merge-newest.ts';

const row = (id: number, state = 'as it was') => ({ id, state });
const merge = (held: ReturnType<typeof row>[], fresh: ReturnType<typeof row>[]) =>
  mergeNewest(held, fresh, ({ id }) => id);

test('new rows come on top, changed ones take their place, older ones stay', () => {
  const rows = merge([row(3), row(2), row(1)], [row(4), row(3, 'closed')]);
  expect(rows).toEqual([row(4), row(3, 'closed'), row(2), row(1)]);
});

test('after more than a page of news the held rows go, so that no gap stays between', () => {
  expect(merge([row(2), row(1)], [row(9), row(8)])).toEqual([row(9), row(8)]);
});

test('an empty list takes what comes', () => {
  expect(merge([], [row(1)])).toEqual([row(1)]);
});
