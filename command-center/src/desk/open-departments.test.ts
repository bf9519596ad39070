import { expect, test } from 'vitest';
import { openDepartments } from './open-departments.ts';

test('a department that is closed is offered for nothing new', () => {
  const open = { code: 'water', closedAt: null };
  const closed = { code: 'roads', closedAt: '2026-01-01T00:00:00Z' };
  expect(openDepartments([open, closed])).toEqual([open]);
});
