import { expect, test } from 'vitest';
import { orderIncidents } from './order-incidents.ts';

const incident = (id: string, grade: number, minute: number, overdue = false) => ({
  id,
  grade,
  overdue,
  state: 'processing',
  reportedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
});

const order = (incidents: ReturnType<typeof incident>[], fresh: string[] = []) =>
  orderIncidents(incidents, new Set(fresh)).map(({ id }) => id);

test('the graver stands above, then the late, then the newer', () => {
  expect(
    order([
      incident('new', 3, 50),
      incident('old', 3, 10),
      incident('late', 3, 40, true),
      incident('grave', 1, 59),
      incident('light', 4, 1, true),
    ]),
  ).toEqual(['grave', 'late', 'new', 'old', 'light']);
});

test('what nobody has acknowledged stands on top, whatever its grade', () => {
  expect(order([incident('grave', 1, 1), incident('fresh', 4, 2)], ['fresh'])).toEqual([
    'fresh',
    'grave',
  ]);
});

test('a suspended case stands below what is worked on, however grave', () => {
  const suspended = { ...incident('grave', 1, 1), state: 'suspended' };
  expect(order([suspended, incident('light', 4, 2)])).toEqual(['light', 'grave']);
});

test('two of the same minute keep their places', () => {
  expect(order([incident('b', 2, 5), incident('a', 2, 5)])).toEqual(['a', 'b']);
});
