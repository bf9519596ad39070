/** What a newer revision of a report may change of its case, and what stays because somebody has decided on it. */
import type { IncidentState } from '../incident.ts';

/** Before 立案 the words are the reporter's; the place stays as it was told, for people go there. */
export const revisableBeforeRegistration = [
  'classCode',
  'title',
  'description',
  'address',
  'grade',
] as const;
const revisableWhileOpen = ['description'] as const;

export type RevisableField = (typeof revisableBeforeRegistration)[number];

const beforeRegistration: readonly IncidentState[] = ['reported', 'verifying', 'accepted'];
const ended: readonly IncidentState[] = ['rejected', 'voided', 'closed', 'archived'];

export function revisableFields(state: IncidentState): readonly RevisableField[] {
  if (beforeRegistration.includes(state)) return revisableBeforeRegistration;
  return ended.includes(state) ? [] : revisableWhileOpen;
}
