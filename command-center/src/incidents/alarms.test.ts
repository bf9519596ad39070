import { expect, test } from 'vitest';
import {
  afterEntry,
  alarmsFound,
  foremostAlarm,
  inOrder,
  mostAlarms,
  stillAlarming,
  type Alarm,
} from './alarms.ts';

const now = Date.parse('2026-01-01T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const day = 24 * 60;

const incident = (id: string, change: object = {}) =>
  ({
    id,
    grade: 3,
    title: 'a fallen tree',
    open: true,
    state: 'reported',
    acknowledgedAt: null,
    reportedAt: ago(1),
    address: null,
    area: { code: '430502', name: 'Shuangqing' },
    position: { longitude: 111, latitude: 27 },
    ...change,
  }) as never;

const reported = (id: string, change?: object) => ({
  kind: 'incident.reported',
  incident: incident(id, change),
});

const heard = (alarms: readonly Alarm[], entry: Parameters<typeof afterEntry>[1]) =>
  afterEntry(alarms, entry, true);

const ids = (alarms: readonly Alarm[]) => alarms.map(({ incidentId }) => incidentId);

test('an alarm says where: the address, or else the area', () => {
  expect(heard([], reported('a', { address: '1 Long Street' }))[0]?.place).toBe('1 Long Street');
  expect(heard([], reported('a', { address: '' }))[0]?.place).toBe('Shuangqing');
});

test('a reported incident alarms until somebody acknowledges it', () => {
  const one = heard([], reported('a'));
  expect(ids(one)).toEqual(['a']);
  const acknowledged = {
    kind: 'incident.acknowledged',
    incident: incident('a', { acknowledgedAt: ago(0) }),
  };
  expect(heard(one, acknowledged)).toEqual([]);
});

test('an incident that is closed before anybody looked alarms no longer', () => {
  const one = heard([], reported('a'));
  const closed = { kind: 'incident.moved', incident: incident('a', { open: false }) };
  expect(heard(one, closed)).toEqual([]);
});

test('an incident that an acceptor has taken has been seen', () => {
  const one = heard([], reported('a'));
  const accepted = { kind: 'incident.moved', incident: incident('a', { state: 'accepted' }) };
  expect(heard(one, accepted)).toEqual([]);
});

test('an old incident that merely moves on does not alarm', () => {
  expect(heard([], { kind: 'incident.moved', incident: incident('a') })).toEqual([]);
});

test('the same row heard twice alarms once', () => {
  expect(heard(heard([], reported('a')), reported('a'))).toHaveLength(1);
});

test('the gravest alarm comes first, among equals the newest, and what came just now before what had lain', () => {
  const alarm = (incidentId: string, grade: number, minutes: number, fresh = true) =>
    ({ incidentId, grade, reportedAt: ago(minutes), fresh }) as Alarm;
  const alarms = [alarm('a', 3, 1), alarm('b', 2, 3), alarm('c', 2, 2), alarm('d', 1, 9, false)];
  expect(ids(inOrder(alarms))).toEqual(['c', 'b', 'a', 'd']);
  expect(foremostAlarm(alarms)?.incidentId).toBe('c');
  expect(foremostAlarm([])).toBeNull();
});

test('what lies unseen when the page opens alarms, but is not new', () => {
  const found = alarmsFound([incident('old', { reportedAt: ago(90) })], [], now);
  expect(found).toMatchObject([{ incidentId: 'old', fresh: false }]);
  expect(alarmsFound([incident('now', { reportedAt: ago(0.5) })], [], now)).toMatchObject([
    { incidentId: 'now', fresh: true },
  ]);
});

test('what has been acknowledged, moved on or lain for more than a day does not alarm, unless it is grave', () => {
  const incidents = [
    incident('acknowledged', { acknowledgedAt: ago(1) }),
    incident('accepted', { state: 'accepted' }),
    incident('long ago', { reportedAt: ago(2 * day) }),
    incident('long ago and grave', { reportedAt: ago(2 * day), grade: 2 }),
  ];
  expect(ids(alarmsFound(incidents, [], now))).toEqual(['long ago and grave']);
});

test('an incident found twice alarms once, and what this page knew as new stays new', () => {
  const known = heard([], reported('a', { reportedAt: ago(30) }));
  const twice = [incident('a', { reportedAt: ago(30) }), incident('a', { reportedAt: ago(30) })];
  expect(alarmsFound(twice, known, now)).toMatchObject([{ incidentId: 'a', fresh: true }]);
});

test('on a wall that runs for weeks alarms end after a day, and are never more than an eye can bear', () => {
  let alarms: readonly Alarm[] = [];
  for (let i = 0; i < mostAlarms + 20; i += 1) alarms = heard(alarms, reported(`i${i}`));
  alarms = heard(alarms, reported('grave', { grade: 1 }));
  expect(alarms).toHaveLength(mostAlarms);
  expect(stillAlarming(alarms, now)).toBe(alarms);
  expect(ids(stillAlarming(alarms, now + 2 * day * 60_000))).toEqual(['grave']);
});
