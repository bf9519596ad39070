import { expect, test } from 'vitest';
import {
  claimLease,
  dropClaim,
  expireLease,
  freeLease,
  leaseIdleMs,
  leaseSilenceMs,
  mayTakeOver,
  ptzRankOf,
  takeLeaseOver,
  useLease,
  type NewClaim,
  type PtzLease,
} from './ptz-lease.ts';

const officer: NewClaim = { viewId: 'v-officer', holderName: '王', rank: 'routine' };
const monitor: NewClaim = { viewId: 'v-monitor', holderName: '李', rank: 'case' };
const leader: NewClaim = { viewId: 'v-leader', holderName: '赵', rank: 'command' };
const commander: NewClaim = { viewId: 'v-commander', holderName: '陈', rank: 'emergency-command' };

/** Each claims a second after the one before. */
function claimed(...claims: NewClaim[]): PtzLease {
  return claims.reduce<PtzLease>(
    (lease, claim, index) => claimLease(lease, claim, index * 1_000),
    freeLease,
  );
}
const names = ({ holder, queue }: PtzLease) => [holder, ...queue].map((each) => each?.holderName);

test('the first to ask holds the camera, the others wait by rank, then by time', () => {
  const second = { ...officer, viewId: 'v-second', holderName: '周' };
  expect(names(claimed(officer, second, monitor, leader))).toEqual(['王', '赵', '李', '周']);
});

test('asking again keeps a claim alive and gives no second place', () => {
  const lease = claimLease(claimed(officer, monitor), officer, 5_000);
  expect(names(lease)).toEqual(['王', '李']);
  expect(lease.holder?.heardAtMs).toBe(5_000);
});

test('who is done passes the camera to the first in the queue, and all are told', () => {
  const lease = dropClaim(claimed(officer, monitor), 'v-officer', 4_000);
  expect(names(lease)).toEqual(['李']);
  expect(lease.notice).toEqual({
    change: 'released',
    holderName: '李',
    formerName: '王',
    atMs: 4_000,
  });
});

test('who leaves the queue changes nothing for the holder', () => {
  const lease = claimed(officer, monitor);
  const left = dropClaim(lease, 'v-monitor', 4_000);
  expect(names(left)).toEqual(['王']);
  expect(left.notice).toEqual(lease.notice);
});

test('a commander in an emergency takes over, and who was turning the camera comes next', () => {
  const lease = takeLeaseOver(claimed(officer, monitor), commander, 9_000);
  expect(names(lease)).toEqual(['陈', '李', '王']);
  expect(lease.notice).toMatchObject({
    change: 'taken-over',
    holderName: '陈',
    formerName: '王',
  });
});

test('nobody else goes before somebody who is turning the camera', () => {
  const { holder } = claimed(officer);
  expect(mayTakeOver('emergency-command', holder)).toBe(true);
  expect(mayTakeOver('command', holder)).toBe(false);
  expect(mayTakeOver('case', holder)).toBe(false);
  expect(mayTakeOver('emergency-command', claimed(commander).holder)).toBe(false);
  expect(mayTakeOver('emergency-command', null)).toBe(false);
});

test('a page that fell silent loses the camera within ten seconds, and its place in the queue too', () => {
  const lease = claimed(officer, monitor, leader);
  const heard = claimLease(lease, leader, leaseSilenceMs);
  expect(leaseSilenceMs).toBeLessThan(10_000);
  expect(expireLease(heard, leaseSilenceMs - 1)).toBe(heard);
  const later = expireLease(heard, leaseSilenceMs + 1_000);
  expect(names(later)).toEqual(['赵']);
  expect(later.notice).toMatchObject({ change: 'expired', formerName: '王', holderName: '赵' });
});

test('nobody holds a camera without turning it while others wait', () => {
  const alone = claimLease(claimed(officer), officer, leaseIdleMs);
  expect(names(expireLease(alone, leaseIdleMs + 1))).toEqual(['王']);
  const waitedFor = claimLease(alone, monitor, leaseIdleMs);
  expect(names(expireLease(waitedFor, leaseIdleMs + 1))).toEqual(['李']);
  const used = useLease(waitedFor, leaseIdleMs);
  expect(names(expireLease(used, leaseIdleMs + 1))).toEqual(['王', '李']);
});

test.each([
  ['an officer on rounds', 'duty-officer', false, false, false, 'routine'],
  ['an officer with a case', 'duty-officer', false, true, false, 'case'],
  ['a leader', 'leader', false, false, false, 'command'],
  ['an officer who holds the post of shift leader', 'duty-officer', true, false, false, 'command'],
  ['a shift leader in an emergency', 'shift-leader', false, true, true, 'emergency-command'],
  ['an officer in an emergency', 'duty-officer', false, true, true, 'case'],
] as const)('%s ranks as it should', (...[, role, onDuty, forIncident, inEmergency, rank]) => {
  expect(ptzRankOf({ role, onDuty, forIncident, inEmergency })).toBe(rank);
});
