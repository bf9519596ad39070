/** Whether the number on the form has come before, and may be sent. */
import { useDeferredValue } from 'react';
import { useQuery } from '@apollo/client/react';
import { revisableFields, sourceRule, type IncidentState } from 'grid-data';
import { KnownOrderDocument, type KnownOrderQuery } from '#gis/generated/graphql.ts';
import type { CaseDraft } from './case-draft.ts';

export type Known = NonNullable<KnownOrderQuery['knownOrder']>;

export function useKnownOrder({ source, externalId, asRevision }: CaseDraft) {
  const number = sourceRule(source).numbered ? externalId.trim() : '';
  const asked = useDeferredValue(number);
  const { data, loading, refetch } = useQuery(KnownOrderDocument, {
    variables: { source, externalId: asked },
    // Somebody else may have told it since.
    fetchPolicy: 'network-only',
    skip: asked === '',
  });
  const known = asked === '' ? null : (data?.knownOrder ?? null);
  return {
    known,
    /** Not while nobody knows whether it would be a second case of the same number. */
    maySend: number === asked && !loading && (known === null || (asRevision && mayRevise(known))),
    askAgain: () => void (asked === '' ? null : refetch().catch(() => {})),
  };
}

export function mayRevise({ incident }: Known): boolean {
  return incident != null && revisableFields(incident.state as IncidentState).length > 0;
}
