import { describe, expect, it } from 'vitest';
import type { Role } from './roles.ts';
import {
  areaAround,
  expiryOf,
  grantsPlayback,
  speaksForOwner,
  viewRequestAfter,
  type GrantTimes,
} from './view-request.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const request = (change: Partial<GrantTimes> = {}): GrantTimes => ({
  state: 'requested',
  emergency: false,
  approveBy: null,
  validUntil: at(20),
  ...change,
});
const emergency = request({ emergency: true, approveBy: at(10) });

describe('a view request', () => {
  it('opens recordings once it is approved, until its time is over', () => {
    expect(grantsPlayback(request(), at(1))).toBe(false);
    expect(grantsPlayback(request({ state: 'approved' }), at(19))).toBe(true);
    expect(grantsPlayback(request({ state: 'approved' }), at(20))).toBe(false);
    expect(expiryOf(request({ state: 'approved' }), at(20))).toBe('time-over');
  });

  it('opens them at once in an emergency, and no longer when the approval is overdue', () => {
    expect(grantsPlayback(emergency, at(9))).toBe(true);
    expect(grantsPlayback(emergency, at(10))).toBe(false);
    expect(expiryOf(emergency, at(9))).toBeNull();
    expect(expiryOf(emergency, at(10))).toBe('approval-overdue');
  });

  it('that nobody decided runs out like any other', () => {
    expect(expiryOf(request(), at(20))).toBe('never-decided');
    expect(expiryOf(request({ state: 'refused' }), at(20))).toBeNull();
  });

  it('is decided once', () => {
    expect(viewRequestAfter('requested', 'approve')).toBe('approved');
    expect(viewRequestAfter('approved', 'approve')).toBeNull();
    expect(viewRequestAfter('refused', 'approve')).toBeNull();
    expect(viewRequestAfter('approved', 'revoke')).toBe('revoked');
  });
});

describe('who speaks for the owner of a camera', () => {
  const at = (role: Role, standsAtRoot = true, departmentCode: string | null = null) => ({
    role,
    departmentCode,
    standsAtRoot,
  });

  it.each([
    [at('leader'), 'public-security', true],
    [at('leader', false), 'public-security', false],
    [at('leader', false), 'township-xueliang', true],
    [at('shift-leader'), 'public-security', false],
    [at('shift-leader'), 'school', true],
    [at('department', true, 'public-security'), 'public-security', true],
    [at('department', true, 'city-management'), 'public-security', false],
    [at('department'), 'school', false],
    [at('duty-officer'), 'school', false],
  ])('%o for %s: %s', (approver, owner, may) => {
    expect(speaksForOwner(approver, owner)).toBe(may);
  });
});

it('the area of a request is the smallest that holds all its cameras', () => {
  expect(areaAround(['431382001001'])).toBe('431382001001');
  expect(areaAround(['431382001001', '431382001002'])).toBe('431382001');
  expect(areaAround(['431382001001', '431382002001'])).toBe('431382');
  expect(areaAround(['431382001001', '999999001001'])).toBe('');
});
