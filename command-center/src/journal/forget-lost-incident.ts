import type { ApolloCache } from '@apollo/client';

type Told = { kind: string; subjectId: string | null; incident: object | null };

const leavings: readonly string[] = ['incident.left-department', 'incident.left-area'];

/** A case that has gone to another department or area is on no list of the first any more; others see it as before. */
export function forgetLostIncident(cache: ApolloCache, { kind, subjectId, incident }: Told): void {
  if (!leavings.includes(kind) || incident !== null || subjectId === null) return;
  const id = cache.identify({ __typename: 'Incident', id: subjectId });
  if (id !== undefined) cache.evict({ id });
}
