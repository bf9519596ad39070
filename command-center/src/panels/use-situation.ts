import { useEffect, useMemo, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import { SituationDocument, type SituationFieldsFragment } from '#gis/generated/graphql.ts';
import { journalState, onJournal } from '#journal/journal-state.ts';
import { useMapModel } from '#map/map-model.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf, type Face } from '#ui/face.ts';
import { useSituationState, type SituationScope } from './situation-state.ts';

/** However fast the journal runs, the numbers are asked for at most this often. */
const askEveryMs = 3_000;
/** Cases grow old and units fall silent without a word in the journal. */
const askAtLeastEveryMs = 30_000;
const counted = /^(incident|camera|city-component|duty|import)\./;

function onCounted(hear: () => void): () => void {
  return onJournal({
    entry: ({ kind }) => {
      if (counted.test(kind)) hear();
    },
  });
}

/** A selected incident narrows everything to the ground round it, a chosen area to that area. */
export function useSituationScope(ownAreaCode: string): SituationScope {
  const areaCode = useMapModel((model) => model.areaCode) ?? ownAreaCode;
  const incidentId = useMapModel(({ selection }) =>
    selection?.kind === 'incident' ? selection.id : null,
  );
  return useMemo(() => ({ areaCode, incidentId }), [areaCode, incidentId]);
}

export function useSituation({ areaCode, incidentId }: SituationScope) {
  const variables = incidentId === null ? { areaCode } : { incidentId };
  const { data, error, loading, refetch } = useQuery(SituationDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const lost = useStore(journalState, ({ status }) => status === 'lost');
  const frozen = useSituationState((state) => state.frozen);
  const missed = useRef(false);
  useEffect(() => {
    // One question at a time: a newer one would throw away the answer that is on its way.
    if (loading) return onCounted(() => (missed.current = true));
    // A refused question keeps the numbers that stand; the hook's own error marks them as old.
    const ask = (): void => void refetch().catch(() => undefined);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const hear = (): void => {
      soon ??= setTimeout(ask, askEveryMs);
    };
    if (missed.current) hear();
    missed.current = false;
    const stop = onCounted(hear);
    const timer = setInterval(ask, askAtLeastEveryMs);
    return () => {
      stop();
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [refetch, loading]);
  const value = frozen ?? data?.situation;
  const face: Face<SituationFieldsFragment> = faceOf({
    value,
    error,
    retry: () => void refetch(),
    asOf: value ? new Date(value.asOf) : null,
    stale: lost,
  });
  return face;
}

/** Counts by the name of their number; one that a server does not tell is nought nowhere, but missing. */
export function countOf(situation: SituationFieldsFragment, id: string): number {
  return situation.figures.find((figure) => figure.id === id)?.count ?? 0;
}
