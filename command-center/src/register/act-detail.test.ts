import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { journalKinds } from 'grid-data';
import { startWords } from '#words/i18n.ts';
import { actDetail } from './act-detail.ts';

beforeAll(() => startWords('en'));

const t = () => i18next.getFixedT('en', 'register');

test.each(journalKinds)('%s has words for itself and for what it tells', (kind) => {
  expect(i18next.exists(`register:kinds.${kind}`)).toBe(true);
  expect(i18next.exists(`register:detail.${kind}`)).toBe(true);
});

test.each([
  ['incident.moved', { from: 'reported', to: 'accepted', departmentCode: null, note: null }],
  ['incident.corrected', { changes: [{ field: 'address', from: null, to: 'East Road 2' }] }],
  ['incident.left-area', { fromAreaCode: '990101001', toAreaCode: '990101002' }],
  ['camera.state-changed', { from: 'online', to: 'offline', reason: null }],
])('%s tells from where to where in words', (kind, payload) => {
  const words = actDetail(t(), kind, payload);
  expect(words).toContain('→');
  expect(words).not.toMatch(/[{}]|null/);
});

test('a move of an account names both posts and both areas', () => {
  const payload = {
    fromRole: 'leader',
    toRole: 'auditor',
    fromAreaCode: '990101',
    toAreaCode: '990102',
    departmentCode: null,
  };
  expect(actDetail(t(), 'account.moved', payload)).toBe('Leader 990101 → Auditor 990102');
});

test('a round of the sweep tells what it found, in words', () => {
  const payload = {
    startedAt: '',
    endedAt: '',
    checked: 4,
    skipped: 1,
    found: { live: 3, black: 1 },
  };
  expect(actDetail(t(), 'cameras.swept', payload)).toBe(
    '4 checked, 1 skipped: picture sound 3 · black 1',
  );
});

test('an unknown reason shows as it came, an unknown kind tells nothing', () => {
  expect(actDetail(t(), 'session.closed', { reason: 'struck-by-lightning' })).toBe(
    'struck-by-lightning',
  );
  expect(actDetail(t(), 'heartbeat', {})).toBe('');
});
