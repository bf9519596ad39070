import { useEffect, useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { SituationDocument, type SituationFieldsFragment } from '#gis/generated/graphql.ts';
import { journalState, onJournal } from '#journal/journal-state.ts';
import { useMapModel } from '#map/map-model.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf, type Face } from '#ui/face.ts';
import { createThrottle } from '#ui/throttle.ts';
import { useSituationState, type SituationScope } from './situation-state.ts';

/** However fast the journal runs, the numbers are asked for at most this often. */
const askEveryMs = 3_000;
/** Cases grow old and units fall silent without a word in the journal. */
const askAtLeastEveryMs = 30_000;
const counted = /^(incident|camera|city-component|duty|import)\./;

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
  const { data, error, refetch } = useQuery(SituationDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const lost = useStore(journalState, ({ status }) => status === 'lost');
  const frozen = useSituationState((state) => state.frozen);
  useEffect(() => {
    // A refused question keeps the numbers that stand; the hook's own error marks them as old.
    const ask = (): void => void refetch().catch(() => undefined);
    const throttle = createThrottle(ask, askEveryMs);
    const stop = onJournal({
      entry: ({ kind }) => {
        if (counted.test(kind)) throttle.call();
      },
    });
    const timer = setInterval(ask, askAtLeastEveryMs);
    return () => {
      stop();
      throttle.cancel();
      clearInterval(timer);
    };
  }, [refetch]);
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
