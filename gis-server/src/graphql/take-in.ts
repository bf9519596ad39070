/** Checks of words and texts that come from outside, said with the field they stood in. */
import { DomainError } from 'grid-data';

/** What is wrong with a field, to be thrown; `more` joins the field among its details. */
export function invalidField(
  field: string,
  message: string,
  reason: string,
  more: object = {},
): DomainError {
  return new DomainError('invalid-input', `${field}: ${message}`, {
    reason,
    details: { field, ...more },
  });
}

function refuse(...wrong: Parameters<typeof invalidField>): never {
  throw invalidField(...wrong);
}

/** One of the words we know. */
export function takeInWord<Word extends string>(
  value: string,
  known: readonly Word[],
  field: string,
): Word {
  const word = known.find((candidate) => candidate === value);
  return (
    word ??
    refuse(field, `${value.slice(0, 40)} is not one of ${known.join(', ')}`, 'unknown-word', {
      known,
    })
  );
}

/** A list of words we know; none given means no filter. */
export function takeInWords<Word extends string>(
  values: readonly string[] | null | undefined,
  known: readonly Word[],
  field: string,
): Word[] | null {
  if (values === null || values === undefined) return null;
  return values.map((value, i) => takeInWord(value, known, `${field}[${i}]`));
}

/** Text of at most so many letters, without control characters; what is only blanks is no text. */
export function takeInText(
  value: string | null | undefined,
  maxLength: number,
  field: string,
): string | null {
  if (value === null || value === undefined) return null;
  // oxlint-disable-next-line no-control-regex -- PostgreSQL refuses NUL in text, terminals act on the others
  const text = value.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '').trim();
  if (text.length > maxLength) {
    refuse(field, `has ${text.length} letters, at most ${maxLength} are taken`, 'text-too-long', {
      maxLength,
    });
  }
  return text === '' ? null : text;
}

export const takeInNote = (note: string | null | undefined) => takeInText(note, 2_000, 'note');

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a row whose key is a UUID at all. */
export function isUuid(id: string): boolean {
  return uuid.test(id);
}
