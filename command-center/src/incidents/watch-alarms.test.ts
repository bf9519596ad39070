import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { IncidentLineFragment } from '#gis/generated/graphql.ts';
import { forgetJournal, tellBegin, tellEntry, tellReload } from '#journal/journal-state.ts';
import { alarmState } from './alarms.ts';
import { askAgainMs, watchAlarms } from './watch-alarms.ts';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

const incident = (id: string, change: Partial<IncidentLineFragment> = {}) =>
  ({
    id,
    grade: 3,
    title: 'a fallen tree',
    address: null,
    area: { name: 'a village' },
    open: true,
    state: 'reported',
    acknowledgedAt: null,
    reportedAt: ago(0),
    position: { longitude: 111, latitude: 27 },
    ...change,
  }) as IncidentLineFragment;

const tell = (kind: string, about: IncidentLineFragment | null, at = ago(0)) =>
  tellEntry({ seq: 1, kind, at, incident: about } as never);

function watching(ask: () => Promise<IncidentLineFragment[]>): void {
  stop = watchAlarms(ask);
}

const fresh = () =>
  alarmState
    .get()
    .alarms.filter((alarm) => alarm.fresh)
    .map(({ incidentId }) => incidentId);
const alarming = () => alarmState.get().alarms.map(({ incidentId }) => incidentId);
const settle = () => vi.advanceTimersByTimeAsync(0);
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  alarmState.set({ alarms: [] });
  forgetJournal();
  vi.useRealTimers();
});

test('a page that opens shows what nobody has acknowledged, and takes it for no news', async () => {
  watching(async () => [incident('a', { reportedAt: ago(3600) })]);
  tellBegin();
  await settle();
  expect(alarming()).toEqual(['a']);
  expect(fresh()).toEqual([]);
});

test('what came within the last minute is new, the graver first', async () => {
  watching(async () => [incident('a'), incident('b', { grade: 1 })]);
  tellBegin();
  await settle();
  expect(fresh()).toEqual(['b', 'a']);
});

test('after a gap too long to fill what was acknowledged meanwhile rests, and what came is there', async () => {
  let unseen = [incident('a')];
  watching(async () => unseen);
  tellBegin();
  await settle();
  unseen = [incident('b', { reportedAt: ago(3600) })];
  tellReload(1);
  await settle();
  expect(alarming()).toEqual(['b']);
});

test('a row heard while the question is out is newer than its answer', async () => {
  const answers: ((incidents: IncidentLineFragment[]) => void)[] = [];
  watching(() => new Promise((resolve) => answers.push(resolve)));
  tellBegin();
  const acknowledged = { acknowledgedAt: ago(0) };
  tell('incident.reported', incident('late'));
  tell('incident.acknowledged', incident('a', acknowledged));
  answers[0]!([incident('a'), incident('b')]);
  await settle();
  expect(alarming().toSorted()).toEqual(['b', 'late']);
});

test('a question that is not answered is asked again', async () => {
  const ask = vi.fn(async () => [incident('a')]).mockRejectedValueOnce(new Error('unavailable'));
  watching(ask);
  tellBegin();
  await settle();
  expect(alarming()).toEqual([]);
  await vi.advanceTimersByTimeAsync(askAgainMs);
  expect(alarming()).toEqual(['a']);
});

test('a row that waited for a broken line pulses and is no news, by the clock of the server', () => {
  watching(async () => []);
  tell('heartbeat', null, ago(-600)); // the server's clock is ten minutes ahead of this wall's
  tell('incident.reported', incident('waited'), ago(0));
  expect(alarming()).toEqual(['waited']);
  expect(fresh()).toEqual([]);
  tell('incident.reported', incident('now'), ago(-600));
  expect(fresh()).toEqual(['now']);
});
