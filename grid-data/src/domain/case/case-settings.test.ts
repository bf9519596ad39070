import { expect, test } from 'vitest';
import { ordinaryCaseSettings, takeInCaseSettings } from './case-settings.ts';

const { scoreWeights } = ordinaryCaseSettings;
const first = scoreWeights[0]!;

test.each([
  ['no weights', { scoreWeights: [] }, 'bad-weights', 'scoreWeights'],
  [
    'a negative weight',
    { scoreWeights: [{ ...first, weight: -1 }] },
    'bad-weights',
    'scoreWeights.0.weight',
  ],
  [
    'weights of nothing',
    { scoreWeights: [{ ...first, weight: 0 }] },
    'bad-weights',
    'scoreWeights',
  ],
  ['a rate twice', { scoreWeights: [first, first] }, 'bad-weights', 'scoreWeights'],
  [
    'a number instead of a rate',
    { scoreWeights: [{ key: 'report', weight: 1 }] },
    'bad-weights',
    'scoreWeights',
  ],
  ['floors that do not fall', { gradeFloors: [90, 80, 80, 60] }, 'bad-floors', 'gradeFloors'],
  ['a floor above a hundred', { gradeFloors: [101, 80, 70, 60] }, 'bad-floors', 'gradeFloors.0'],
  ['a role that is none', { escalation: { red: ['mayor'] } }, 'bad-rota', 'escalation.red.0'],
  ['a role twice', { escalation: { red: ['leader', 'leader'] } }, 'bad-rota', 'escalation.red'],
  ['no hours', { escalation: { lateAfterHours: 0 } }, 'bad-rota', 'escalation.lateAfterHours'],
  ['a start that is none', { clockStartsAt: 'noon' }, 'bad-settings', 'clockStartsAt'],
])('%s is refused, with the place', (_, wrong, reason, field) => {
  expect(() => takeInCaseSettings({ ...ordinaryCaseSettings, ...wrong })).toThrow(
    expect.objectContaining({
      kind: 'invalid-input',
      reason,
      details: { field: `settings.${field}` },
    }),
  );
});

test('one rate may weigh nothing beside another, and nobody need be told', () => {
  const given = {
    scoreWeights: [first, { key: 'rework-rate', weight: 0, lessIsBetter: true }],
    escalation: { ...ordinaryCaseSettings.escalation, stage: [] },
  };
  expect(takeInCaseSettings(given)).toMatchObject(given);
});
