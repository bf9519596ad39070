import { beforeEach, expect, test } from 'vitest';
import { emptyDraft, keepDraft, readDraft } from './move-draft.ts';

beforeEach(() => localStorage.clear());

test('what was begun is there after a reload, for its own case alone', () => {
  keepDraft('a', { ...emptyDraft('return'), note: '不属我局' });
  expect(readDraft('a')).toMatchObject({ move: 'return', note: '不属我局' });
  expect(readDraft('b')).toBeNull();
});

test('what was said or thrown away is gone', () => {
  keepDraft('a', emptyDraft('return'));
  keepDraft('a', null);
  expect(readDraft('a')).toBeNull();
});

test('what an older page has left does no harm', () => {
  localStorage.setItem('cloud-eye.case-draft.a', '{torn');
  expect(readDraft('a')).toBeNull();
  localStorage.setItem('cloud-eye.case-draft.a', '{"move":"void"}');
  expect(readDraft('a')).toEqual(emptyDraft('void'));
});
