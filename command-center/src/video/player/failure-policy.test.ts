import words from '#video/words/zh-CN.json' with { type: 'json' };
import { expect, test } from 'vitest';
import {
  platformFailures,
  pictureRemarks,
  sourceFailures,
  viewEnds,
  viewLapses,
  viewRefusals,
} from 'grid-data';
import {
  isPaced,
  retryDelayMs,
  stepsDown,
  takesPictureAway,
  waitsForDuty,
} from './failure-policy.ts';

test('refusals that a person must mend are not asked again', () => {
  const waits = ['purpose-not-filed', 'revoked', 'view-time-over'].map((reason) =>
    retryDelayMs(reason, 0, () => 0.5),
  );
  expect(waits).toEqual([null, null, null]);
});

test('who loses the right to look is not asked for again, and has words for why', () => {
  for (const reason of ['incident-closed', 'rights-changed', 'session-ended', 'account-closed']) {
    expect(
      retryDelayMs(reason, 0, () => 0.5),
      reason,
    ).toBeNull();
    expect(Object.keys(words.reasons), reason).toContain(reason);
  }
});

test('with nobody on duty it is asked slowly, and the last picture goes', () => {
  expect(retryDelayMs('nobody-on-duty', 0, () => 0)).toBe(30_000);
  expect(takesPictureAway('nobody-on-duty')).toBe(true);
});

test('at a handover it is asked at once, once, and the last picture stays', () => {
  expect(retryDelayMs('duty-changed', 0, () => 1)).toBe(0);
  expect(retryDelayMs('duty-changed', 1, () => 1)).toBe(1_000);
  expect(takesPictureAway('duty-changed')).toBe(false);
});

test('the wait doubles up to half a minute', () => {
  const waits = [0, 1, 2, 3, 10].map((attempt) => retryDelayMs('unavailable', attempt, () => 1));
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 30_000]);
});

test('jitter never makes it less than half a second', () => {
  expect(retryDelayMs('unavailable', 0, () => 0)).toBe(500);
});

test('a camera that is switched off is asked for slowly', () => {
  expect(retryDelayMs('camera-offline', 0, () => 0)).toBe(15_000);
});

test('a platform that may lock our account is asked rarely, one that answers nothing slowly', () => {
  const least = (reason: string) => retryDelayMs(reason, 0, () => 0);
  expect(least('platform-auth-refused')).toBeGreaterThanOrEqual(120_000);
  expect(least('platform-login-paused')).toBeGreaterThanOrEqual(120_000);
  expect(least('platform-unreachable')).toBeGreaterThanOrEqual(15_000);
  expect(least('licence-full')).toBeGreaterThanOrEqual(15_000);
});

test.each([
  ...new Set<string>([
    ...viewRefusals,
    ...viewLapses,
    ...viewEnds,
    ...sourceFailures,
    ...platformFailures,
    ...pictureRemarks,
  ]),
])('%s has a pace of its own, and takes no picture away that comes back by itself', (reason) => {
  const delay = retryDelayMs(reason, 0, () => 0.5);
  expect(isPaced(reason)).toBe(true);
  expect(takesPictureAway(reason)).toBe(delay === null || waitsForDuty(reason));
});

test('a broken socket twice without a picture steps down, a busy gateway never', () => {
  expect(stepsDown('socket-failed', 1)).toBe(false);
  expect(stepsDown('socket-failed', 2)).toBe(true);
  expect(stepsDown('media-source-missing', 1)).toBe(true);
  expect(stepsDown('unavailable', 5)).toBe(false);
});
