import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { absenceState, closeAbsence, longAbsenceMs, watchPresence } from './watch-presence.ts';

const start = Date.parse('2026-05-04T08:00:00Z');
let stop: () => void = () => {};

const moveAHand = () => window.dispatchEvent(new Event('pointermove'));
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  localStorage.clear();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('who comes for the first time, or was away for a moment, is told nothing', () => {
  stop = watchPresence('u');
  passes(longAbsenceMs - 1);
  moveAHand();
  expect(absenceState.get().sinceMs).toBeNull();
});

test('who was long away is told from when on, until it is read', () => {
  stop = watchPresence('u');
  passes(longAbsenceMs);
  moveAHand();
  expect(absenceState.get().sinceMs).toBe(start);
  passes(longAbsenceMs);
  moveAHand();
  expect(absenceState.get().sinceMs, 'unread, it is about the whole time').toBe(start);
  expect(closeAbsence()).toBe(true);
  passes(60_000);
  moveAHand();
  expect(absenceState.get().sinceMs).toBeNull();
});

test('signing out and in again is an absence of this person, and of no other', () => {
  stop = watchPresence('u');
  stop();
  passes(longAbsenceMs);
  stop = watchPresence('other');
  expect(absenceState.get().sinceMs).toBeNull();
  stop();
  stop = watchPresence('u');
  expect(absenceState.get().sinceMs).toBe(start);
});
