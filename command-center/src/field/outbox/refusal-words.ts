/** Under which words a refusal is told; a reason that nobody foresaw is told as it came. */
import { fieldRefusals } from 'grid-data';
import type { EntryRefusal } from './outbox-entry.ts';

export function refusalWords(refusal: EntryRefusal | null): string {
  const reason = refusal?.reason ?? 'internal';
  return `outbox.refused.${fieldRefusals.includes(reason) ? reason : 'other'}`;
}

/** What the server itself said, where there are no words for it. */
export function unforeseen(refusal: EntryRefusal | null): string | null {
  if (refusal === null || fieldRefusals.includes(refusal.reason)) return null;
  return refusal.message || refusal.reason;
}
