import { afterEach, expect, test, vi } from 'vitest';
import { gisClient } from '#gis/client.ts';
import { IncidentLineFragmentDoc } from '#gis/generated/graphql.ts';
import { acknowledgeIncident } from './acknowledge.ts';
import { alarmState, without, type Alarm } from './alarms.ts';

const alarm = (incidentId: string): Alarm => ({
  incidentId,
  grade: 3,
  title: 'a fallen tree',
  place: '',
  position: [111, 27],
  reportedAt: '2026-01-01T00:00:00Z',
  fresh: true,
});

const alarming = () => alarmState.get().alarms.map(({ incidentId }) => incidentId);

afterEach(() => {
  vi.unstubAllGlobals();
  alarmState.set({ alarms: [], refused: null });
});

test('an acknowledgement that does not arrive lets the alarm pulse again, and is told of this one alone', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  alarmState.set({ alarms: [alarm('a'), alarm('b')] });
  const refused = acknowledgeIncident('a');
  expect(alarming()).toEqual(['b']);
  await refused;
  expect(alarming().toSorted()).toEqual(['a', 'b']);
  expect(alarmState.get().refused).toMatchObject({ incidentId: 'a' });
});

test('what somebody else acknowledged meanwhile does not pulse again', async () => {
  vi.stubGlobal('fetch', async () => {
    gisClient.cache.writeFragment({
      from: { __typename: 'Incident', id: 'a' },
      fragment: IncidentLineFragmentDoc,
      data: seenByAnother,
    });
    alarmState.set(({ alarms }) => ({ alarms: without(alarms, 'a') }));
    throw new TypeError('Failed to fetch');
  });
  alarmState.set({ alarms: [alarm('a')] });
  await acknowledgeIncident('a');
  expect(alarming()).toEqual([]);
});

const seenByAnother = {
  __typename: 'Incident' as const,
  id: 'a',
  caseNo: null,
  title: 'a fallen tree',
  state: 'reported',
  stage: 'report',
  open: true,
  grade: 3,
  address: null,
  reportedAt: '2026-01-01T00:00:00Z',
  dueAt: null,
  overdue: false,
  acknowledgedAt: '2026-01-01T00:01:00Z',
  version: 2,
  position: { longitude: 111, latitude: 27 },
  area: { __typename: 'Area' as const, code: '990101', name: 'a county' },
  class: {
    __typename: 'IncidentClass' as const,
    code: 'E01',
    nameZh: '树',
    nameEn: 'tree',
    icon: 'tree',
  },
};
