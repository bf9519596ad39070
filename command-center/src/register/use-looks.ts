import { useQuery } from '@apollo/client/react';
import { CameraViewsDocument, type LookFieldsFragment } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { mergeNewest } from './merge-newest.ts';
import { useJournalRefresh } from './use-journal-refresh.ts';

const pageSize = 50;
/** The server's largest page. */
const longestPage = 200;

type LookQuestion = {
  cameraId: string | null;
  brokenGlass: boolean;
  /** As the mark on a picture shows it. */
  code: string | null;
};

/** The register, newest first, of all cameras or of one, kept current by the journal. */
export function useLooks(question: LookQuestion) {
  const { data, error, refetch, fetchMore } = useQuery(CameraViewsDocument, {
    variables: { first: pageSize, after: null, ...question },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const page = data?.cameraViews;
  const refresh = () =>
    fetchMore({
      variables: {
        first: downToOldestRunning(page?.nodes ?? []),
        after: null,
        ...question,
      },
      updateQuery: (before, { fetchMoreResult: { cameraViews: fresh } }) => {
        const held = before.cameraViews;
        const nodes = mergeNewest(held.nodes, fresh.nodes, ({ id }) => id);
        // The next page begins below the last row, whichever answer that came in.
        const { pageInfo } = nodes.length > fresh.nodes.length ? held : fresh;
        return { cameraViews: { ...fresh, nodes, pageInfo } };
      },
    });
  const fresh = useJournalRefresh({
    concerns: ({ kind }) => kind.startsWith('camera-view.') || kind.startsWith('recording-view.'),
    refresh,
  });
  const more = (after: string) =>
    fetchMore({
      variables: { first: pageSize, after, ...question },
      updateQuery: (before, { fetchMoreResult: { cameraViews: next } }) => ({
        cameraViews: { ...next, nodes: [...before.cameraViews.nodes, ...next.nodes] },
      }),
    });
  const face = faceOf({ value: page, error, retry: () => void refetch(), ...fresh });
  return { face, more };
}

/** A refresh reaches to the oldest look that still runs, for its end changes its row. */
function downToOldestRunning(looks: readonly LookFieldsFragment[]): number {
  const oldest = looks.findLastIndex(({ closedAt }) => !closedAt);
  return Math.min(longestPage, Math.max(pageSize, oldest + 1));
}
