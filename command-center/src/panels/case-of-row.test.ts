import { expect, test } from 'vitest';
import { incidentSources, sourceRule } from 'grid-data';
import { caseOfRow } from './case-of-row.ts';

const of = { theme: 'safety', indicator: 'fire-risks' };
const position = { __typename: 'Position', longitude: 111.7, latitude: 27.7 };
const row = { id: 'r-7', name: '老街 12 号', area: { name: '蓝田' }, position };

test('a place of another system becomes a case with its place, and the same one with the same number', () => {
  expect(caseOfRow(of, row)).toEqual({
    source: 'theme',
    externalId: 'safety:fire-risks:r-7',
    position: { longitude: 111.7, latitude: 27.7 },
    address: '老街 12 号',
  });
  expect(caseOfRow(of, { ...row, name: null })).toMatchObject({ address: '蓝田' });
  expect(incidentSources.filter((source) => source === 'theme').map(sourceRule)).toMatchObject([
    { numbered: true },
  ]);
});

test('a number of an area, or one whose own number is too long to be told apart, becomes none', () => {
  expect(caseOfRow(of, { ...row, position: null })).toBeNull();
  expect(caseOfRow(of, { ...row, id: 'x'.repeat(100) })).toBeNull();
});
