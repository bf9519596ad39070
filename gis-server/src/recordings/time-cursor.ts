import { decodeCursor } from '#graphql/page.ts';
import { isUuid } from '#graphql/take-in.ts';
import { DomainError } from 'grid-data';

/** The cursor of a list by time asked, newest first. */
export function takeInTimeCursor(
  after: string | null | undefined,
): { requestedAt: Date; id: string } | null {
  if (!after) return null;
  const [requestedAt, id] = decodeCursor(after, ['string', 'string']);
  if (isUuid(id) && !Number.isNaN(Date.parse(requestedAt))) {
    return { requestedAt: new Date(requestedAt), id };
  }
  throw new DomainError('invalid-input', 'after is not a cursor of this list', {
    reason: 'cursor',
    details: { field: 'after' },
  });
}
