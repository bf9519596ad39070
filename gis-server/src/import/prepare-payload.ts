import { hashPassword } from '#access/password-hash.ts';
import { searchGrams } from '#search/search-grams.ts';
import { maskName } from 'grid-data';
import type { AcceptedRow, ImportKind } from 'grid-data/import';

/**
 * Adds what the database cannot compute and takes out what must never lie in it: a password is hashed before it is
 * staged, and of the person in charge of a unit the family name is kept, no more.
 */
export async function preparePayload(kind: ImportKind, row: AcceptedRow): Promise<AcceptedRow> {
  const payload: Record<string, unknown> = { ...row.payload };
  if (typeof payload['password'] === 'string') {
    payload['passwordHash'] = await hashPassword(payload['password']);
    delete payload['password'];
  }
  if (typeof payload['personInCharge'] === 'string') {
    payload['personInCharge'] = maskName(payload['personInCharge']);
  }
  if (typeof payload['bearingDeg'] === 'number') payload['bearingDeg'] %= 360;
  payload['grams'] = searchGrams(searchedTexts(kind, payload));
  return { ...row, payload };
}

function searchedTexts(kind: ImportKind, payload: Record<string, unknown>): string[] {
  if (kind === 'accounts' || kind === 'grid-workers') return [];
  return ['name', 'title', 'className', 'code', 'id', 'gbCode', 'address', 'callSign']
    .map((field) => payload[field])
    .filter((text) => typeof text === 'string');
}
