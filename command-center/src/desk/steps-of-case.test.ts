import { expect, test } from 'vitest';
import { stepsOfCase } from './steps-of-case.ts';

const moved = (to: string, at: string, actorName: string) => ({
  kind: 'incident.moved',
  at,
  actorName,
  payload: { to },
});
const history = [
  { kind: 'incident.reported', at: '1', actorName: '网格员', payload: {} },
  moved('accepted', '2', '受理员'),
  moved('registered', '3', '值班长'),
  moved('dispatched', '4', '派遣员'),
];
const stages = ['reported', 'accepted', 'registered', 'dispatched'].map((state, i) => ({
  state,
  from: String(i + 1),
  due: `due ${state}`,
}));

test('a case under way stands at its link, with who took it there and until when', () => {
  const steps = stepsOfCase({ state: 'dispatched', stages, history });
  expect(steps.map(({ status }) => status)).toEqual([
    ...['done', 'done', 'now'],
    ...['ahead', 'ahead', 'ahead', 'ahead'],
  ]);
  expect(steps[1]).toMatchObject({ at: '3', by: '值班长', due: null });
  expect(steps[2]).toMatchObject({ at: '4', by: '派遣员', due: 'due dispatched' });
});

test('a returned case shows no time for links that lie ahead again', () => {
  const steps = stepsOfCase({ state: 'registered', stages, history });
  expect(steps[1]?.status).toBe('now');
  expect(steps[2]).toMatchObject({ status: 'ahead', at: null, by: null });
});

test('a refused case is at no link', () => {
  const steps = stepsOfCase({
    state: 'rejected',
    stages: stages.slice(0, 1),
    history: history.slice(0, 1),
  });
  expect(steps.map(({ status }) => status).filter((status) => status === 'now')).toEqual([]);
  expect(steps[0]?.status).toBe('done');
});
