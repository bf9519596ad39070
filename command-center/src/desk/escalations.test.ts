import { expect, test } from 'vitest';
import { escalationFor, withEscalation, type Escalation } from './escalations.ts';

const incident = {
  id: 'a',
  title: '暴露垃圾',
  address: null,
  area: { code: '431382', name: '涟源市' },
};
const heard = (told: object[], level = 'red') =>
  ({ kind: 'incident.escalated', incident, payload: { level, told, dueAt: 'then' } }) as never;
const shiftLeader = { role: 'shift-leader', displayName: '李值班' };

test('is heard by whom the rota names, and by all of the role where nobody is on duty', () => {
  const named = [{ role: 'shift-leader', name: '李值班' }];
  expect(escalationFor(heard(named), shiftLeader)).toMatchObject({ level: 'red', place: '涟源市' });
  expect(escalationFor(heard(named), { ...shiftLeader, displayName: '王值班' })).toBeNull();
  expect(escalationFor(heard(named), { role: 'leader', displayName: '李值班' })).toBeNull();
  const nobody = [{ role: 'shift-leader', name: null }];
  expect(escalationFor(heard(nobody), { ...shiftLeader, displayName: '王值班' })).not.toBeNull();
});

test('a case stands once, with the newest word', () => {
  const line = (incidentId: string, level: Escalation['level']) =>
    ({ incidentId, level }) as Escalation;
  const lines = withEscalation([line('a', 'amber'), line('b', 'red')], line('a', 'red'));
  expect(lines.map(({ incidentId, level }) => [incidentId, level])).toEqual([
    ['a', 'red'],
    ['b', 'red'],
  ]);
  // The limit of its stage is told of beside.
  expect(withEscalation(lines, line('a', 'stage'))).toHaveLength(3);
});
