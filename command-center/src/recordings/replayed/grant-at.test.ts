import { expect, test } from 'vitest';
import { grantAt } from './grant-at.ts';

const request = (id: string, change: object = {}) => ({
  id,
  grants: true,
  state: 'approved' as string,
  caseNo: null,
  windowFrom: '2026-05-04T09:00:00Z',
  windowTo: '2026-05-04T10:00:00Z',
  ...change,
});
const at = (time: string) => Date.parse(`2026-05-04T${time}Z`);

test('a moment within a granted window may be seen', () => {
  expect(grantAt([request('a')], at('09:30:00'))).toMatchObject({
    kind: 'granted',
    request: { id: 'a' },
  });
});

test('a moment outside is a gap that names the nearest window', () => {
  const later = request('b', {
    windowFrom: '2026-05-04T12:00:00Z',
    windowTo: '2026-05-04T12:10:00Z',
  });
  expect(grantAt([request('a'), later], at('11:55:00'))).toMatchObject({
    why: 'other-time',
    request: { id: 'b' },
  });
});

test('what was asked for and not granted says whether it waits or has ended', () => {
  const waiting = request('a', { grants: false, state: 'requested' });
  const ended = request('b', { grants: false, state: 'revoked' });
  expect(grantAt([ended, waiting], at('09:30:00'))).toEqual({ kind: 'gap', why: 'waiting' });
  expect(grantAt([ended], at('09:30:00'))).toEqual({ kind: 'gap', why: 'ended' });
  expect(grantAt([], at('09:30:00'))).toEqual({ kind: 'gap', why: 'none' });
});
