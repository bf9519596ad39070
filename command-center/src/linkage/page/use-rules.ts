import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { LinkageRulesDocument, type RuleFieldsFragment } from '#gis/generated/graphql.ts';
import { onJournal } from '#journal/journal-state.ts';
import { faceOf, type Face } from '#ui/face.ts';
import { createThrottle } from '#ui/throttle.ts';

const askEveryMs = 1000;

/** The rules of the viewer's area, asked again when one is changed, stopped or acts. */
export function useRules(): {
  face: Face<readonly RuleFieldsFragment[]>;
  rules: readonly RuleFieldsFragment[];
  refetch: () => Promise<unknown>;
} {
  const { data, error, refetch } = useQuery(LinkageRulesDocument, {
    fetchPolicy: 'cache-and-network',
  });
  useOnLinkage(refetch);
  const face = faceOf({ value: data?.linkageRules, error, retry: () => void refetch() });
  return { face, rules: data?.linkageRules ?? [], refetch };
}

/** Asks again, at most once a second, when the journal tells of rules. */
export function useOnLinkage(refetch: () => Promise<unknown>): void {
  useEffect(() => {
    // Where a question fails its panel says so; the next row asks again.
    const ask = createThrottle(() => void refetch().catch(() => undefined), askEveryMs);
    const stop = onJournal({
      begin: ask.call,
      reload: ask.call,
      entry: ({ kind }) => {
        if (kind.startsWith('linkage.')) ask.call();
      },
    });
    return () => {
      stop();
      ask.cancel();
    };
  }, [refetch]);
}
