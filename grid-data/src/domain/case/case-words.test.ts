import { expect, test } from 'vitest';
import { incidentSources } from '../incident-source.ts';
import { incidentStates } from '../incident.ts';
import { caseWords } from './case-words.ts';
import { caseMoveNames } from './moves.ts';

/** What the journal tells of a case that is no move of the table. */
const besides = ['forced', 'took-in', 'let-go', 'undone', 'recomputed'];

test.each(['zh-CN', 'en'] as const)('every state, source and move has its word: %s', (language) => {
  const { state, source, move } = caseWords[language];
  expect(Object.keys(state).sort()).toEqual([...incidentStates].sort());
  expect(Object.keys(source).sort()).toEqual([...incidentSources].sort());
  expect(Object.keys(move).sort()).toEqual([...caseMoveNames, ...besides].sort());
});
