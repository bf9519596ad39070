import { beforeEach, expect, test } from 'vitest';
import { recentClasses, rememberClass } from './report-draft.ts';

beforeEach(() => localStorage.clear());

test('a new phone offers what towns report most', () => {
  expect(recentClasses()).toHaveLength(8);
  expect(recentClasses()[0]).toBe('E0102');
});

test('what was reported is offered from then on, and what was offered keeps its place', () => {
  rememberClass('E0609');
  expect(recentClasses()[0]).toBe('E0609');
  const before = recentClasses();
  rememberClass(before[3]!);
  expect(recentClasses()).toEqual(before);
});

test('a torn memory is no memory', () => {
  localStorage.setItem('cloud-eye.field.recent-classes', '{"x":');
  expect(recentClasses()).toHaveLength(8);
});
