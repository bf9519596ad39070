import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { failureOf } from './failure-words.ts';

const refusedAs = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'refused', extensions }] });

test('a refusal is told by who must act', () => {
  expect(failureOf(refusedAs({ kind: 'unavailable' })).kind).toBe('unavailable');
  expect(failureOf(refusedAs({ kind: 'not-allowed' })).kind).toBe('not-allowed');
});

test('a fault of ours is told with its report id', () => {
  expect(failureOf(refusedAs({ kind: 'internal', reportId: 'r-1' }))).toEqual({
    kind: 'internal',
    reportId: 'r-1',
  });
});

test('no answer at all is a line that is broken', () => {
  expect(failureOf(new TypeError('Failed to fetch')).kind).toBe('unreachable');
});
