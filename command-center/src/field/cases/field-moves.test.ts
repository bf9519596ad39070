import { expect, test } from 'vitest';
import { fieldMoves, missingNeed, noWords, type FieldMove } from './field-moves.ts';

const move = (name: string, needs: string[], permitted = true): FieldMove => ({
  move: name,
  permitted,
  needs,
});

test('a phone offers what a thumb can answer, and nothing that is not permitted', () => {
  const permittedMoves = [
    move('verify', ['verdict']),
    move('check-passed', []),
    move('return', ['note']),
    move('feed-back', ['photo']),
    move('dispatch', ['department']),
    move('close', ['closing-condition']),
    move('sign', [], false),
  ];
  expect(fieldMoves({ permittedMoves }).map(({ move }) => move)).toEqual([
    'verify',
    'check-passed',
    'return',
    'feed-back',
  ]);
});

test('what a move asks for is asked before it is kept', () => {
  expect(missingNeed(move('return', ['note']), noWords, 0)).toBe('note');
  expect(missingNeed(move('return', ['note']), { ...noWords, note: ' ' }, 0)).toBe('note');
  expect(missingNeed(move('return', ['note']), { ...noWords, note: '不是我们的' }, 0)).toBeNull();
  expect(missingNeed(move('check-passed', []), noWords, 0)).toBeNull();
  expect(missingNeed(move('feed-back', ['photo']), noWords, 0)).toBe('photo');
  expect(missingNeed(move('feed-back', ['photo']), noWords, 1)).toBeNull();
});
