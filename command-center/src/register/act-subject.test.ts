import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { actSubject } from './act-subject.ts';

beforeAll(() => startWords('zh-CN'));

const subjectOf = (subjectKind: string, subjectId: string, payload: object = {}) =>
  actSubject(
    i18next.getFixedT('zh-CN', 'register'),
    { camera: null, cityComponent: null, incident: null, subjectKind, subjectId, payload },
    (title) => title,
  );

test('a round of the sweep names no subject', () => {
  expect(subjectOf('sweep', '2026-11-26T02:00:00Z')).toBeNull();
});

test('an account is called by its name where the row tells it', () => {
  expect(subjectOf('account', '8398afe0-0000', { name: 'liu' })).toBe('liu');
});

test.each([
  'account',
  'session',
  'view-request',
  'recording-export',
  'import',
  'camera-tour',
  'camera',
  'camera-view',
  'duty',
  'video-platform',
])('a nameless %s is called by the word for its kind, never by a part of its id', (kind) => {
  const name = subjectOf(kind, '8398afe0-0000');
  expect(name).toMatch(/\p{Script=Han}/u);
  expect(name).not.toContain('8398');
});
