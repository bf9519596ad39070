import { expect, it } from 'vitest';
import { newCase, type CaseFacts } from './case-facts.ts';
import { isRunning, startClock } from './case-clock.ts';
import { ordinaryCaseSettings } from './case-settings.ts';
import { forceState } from './take-move.ts';
import { ordinaryWorkCalendar, WorkTime } from './work-calendar.ts';

const began = new Date('2026-05-06T01:00:00Z');
const at = new Date('2026-05-07T01:00:00Z');
const stood = { at, settings: ordinaryCaseSettings, workTime: new WorkTime(ordinaryWorkCalendar) };
const limit = { value: 2, unit: 'work-day' } as const;

const inHand: CaseFacts = {
  ...newCase({ source: 'grid-worker', areaCode: '990101001001', at: began }),
  state: 'processing',
  departmentCode: 'd1',
  limit,
  clock: startClock(limit, began),
  registeredAt: began,
  dispatchedAt: began,
};

it('put among the closed, a case counts as disposed and closed from then on, and its clock stands', () => {
  const closed = forceState(inHand, 'closed', stood);
  expect(closed).toMatchObject({ state: 'closed', feedbackAt: at, closedAt: at });
  expect(isRunning(closed.clock!)).toBe(false);
  // What was so before stays as it was.
  const later = { ...stood, at: new Date('2026-05-08T01:00:00Z') };
  expect(forceState(closed, 'archived', later)).toMatchObject({ feedbackAt: at, closedAt: at });
});

it('taken back to work, it counts as neither, and its clock goes on', () => {
  const closed = forceState(inHand, 'closed', stood);
  const again = forceState(closed, 'processing', stood);
  expect(again).toMatchObject({ feedbackAt: null, closedAt: null, registeredAt: began });
  expect(isRunning(again.clock!)).toBe(true);
  expect(forceState(closed, 'registered', stood)).toMatchObject({ feedbackAt: null });
});

it('put past its registration it is registered, and at work it has a clock', () => {
  const reported = newCase({ source: 'hotline', areaCode: '990101001001', at: began });
  expect(forceState(reported, 'registered', stood).registeredAt).toEqual(at);
  expect(forceState(reported, 'accepted', stood).registeredAt).toBeNull();
  const returned = forceState({ ...inHand, state: 'registered', clock: null }, 'processing', stood);
  expect(returned.clock?.runs).toEqual([{ from: at.getTime(), to: null }]);
  expect(returned.dueAt).not.toBeNull();
});
