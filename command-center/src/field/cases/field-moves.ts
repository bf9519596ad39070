/** Which moves a phone offers: those whose questions a thumb can answer; the others are the desk's. */
import type { FieldCaseFragment, MoveIncidentInput } from '#gis/generated/graphql.ts';

const fieldNeeds: readonly string[] = ['note', 'verdict', 'limit-value', 'handler', 'photo'];

export type FieldMove = FieldCaseFragment['permittedMoves'][number];

export function fieldMoves({ permittedMoves }: Pick<FieldCaseFragment, 'permittedMoves'>) {
  return permittedMoves.filter(
    ({ permitted, needs }) => permitted && needs.every((need) => fieldNeeds.includes(need)),
  );
}

export const verdicts = ['confirmed', 'not-confirmed', 'unable'] as const;

export type MoveWords = {
  note: string;
  verdict: string;
  limitValue: string;
  handlerName: string;
};

export const noWords: MoveWords = { note: '', verdict: '', limitValue: '', handlerName: '' };

/** What the move still asks for, or null. */
export function missingNeed({ needs }: FieldMove, words: MoveWords, photos: number): string | null {
  const said: Record<string, string> = {
    note: words.note,
    verdict: words.verdict,
    'limit-value': words.limitValue,
    handler: words.handlerName,
    photo: photos > 0 ? 'taken' : '',
  };
  return needs.find((need) => (said[need] ?? '').trim() === '') ?? null;
}

export function inputOf(
  { id, version }: FieldCaseFragment,
  { move }: FieldMove,
  words: MoveWords,
): Omit<MoveIncidentInput, 'commandId' | 'photoIds'> {
  const text = (given: string) => (given.trim() === '' ? null : given.trim());
  return {
    id,
    version,
    move,
    note: text(words.note),
    verdict: text(words.verdict),
    limitValue: words.limitValue === '' ? null : Number(words.limitValue),
    handlerName: text(words.handlerName),
  };
}
