import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { AreaSummaryDocument, type AreaSummaryQuery } from '#gis/generated/graphql.ts';
import { onJournal } from '#journal/journal-state.ts';
import { faceOf, type Face } from '#ui/face.ts';
import { createThrottle } from '#ui/throttle.ts';

export type AreaSummary = NonNullable<AreaSummaryQuery['area']>;

/** Counts are asked anew at most this often, however fast the journal runs. */
const countsEveryMs = 2000;
/** Units move without a word in the journal, and midnight begins a new day's counts. */
const countsAtLeastEveryMs = 30_000;

/** `missing`: there is no such area in the viewer's scope. */
export function useAreaSummary(areaCode: string): { face: Face<AreaSummary>; missing: boolean } {
  const { data, error, refetch } = useQuery(AreaSummaryDocument, { variables: { code: areaCode } });

  useEffect(() => {
    // A refused question keeps the counts that stand; the hook's own error marks them as old.
    const ask = (): void => void refetch().catch(() => undefined);
    const throttle = createThrottle(ask, countsEveryMs);
    const stop = onJournal({
      entry: ({ kind }) => {
        if (/^(incident|camera|city-component)\./.test(kind)) throttle.call();
      },
    });
    const timer = setInterval(ask, countsAtLeastEveryMs);
    return () => {
      stop();
      throttle.cancel();
      clearInterval(timer);
    };
  }, [refetch]);

  const area = data?.area;
  const face = faceOf({
    value: area,
    error,
    retry: () => void refetch(),
    asOf: area ? new Date(area.counts.asOf) : null,
  });
  return { face, missing: data !== undefined && !area };
}
