import { expect, test } from 'vitest';
import { bulkMovesOf } from './bulk-moves-of.ts';

const movesOf = (states: string[], permissions: string[]) =>
  bulkMovesOf(states, permissions).map(({ move }) => move);

test('what many may do at once is what each of them may do, said in one sentence', () => {
  expect(movesOf(['reported'], ['incident.accept'])).toEqual([
    'send-to-verify',
    'accept',
    'refuse',
    'hand-up',
  ]);
  expect(movesOf(['accepted', 'registered'], ['incident.register'])).toEqual(['void']);
  expect(movesOf(['reported', 'closed'], ['incident.accept'])).toEqual([]);
});

test('a department signs and feeds back many, and returns one by one', () => {
  expect(movesOf(['dispatched'], ['incident.dispose'])).toEqual(['sign']);
  expect(movesOf([], ['incident.dispose'])).toEqual([]);
});
