import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { liesWithin } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import {
  IncidentLineFragmentDoc,
  OpenIncidentsDocument,
  type IncidentLineFragment,
} from '#gis/generated/graphql.ts';
import { journalState, onJournal } from '#journal/journal-state.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf, type Face } from '#ui/face.ts';
import { afterRow, withPage, type OpenIncidents } from './open-incidents.ts';

export const openIncidentsAtOnce = 200;
/** A column nobody can read to its end need not hold more; the counts come from the server. */
const mostKept = 1000;
/** Rows that may have come while an answer was under way. */
const mostHeard = 100;
const askAgainMs = 5000;

/** Open incidents of an area, kept current by the journal: rows change in the cache, new ones are put in front. */
export function useOpenIncidents(areaCode: string): Face<IncidentLineFragment[]> {
  const variables = { areaCode, first: openIncidentsAtOnce };
  // Asked earlier, what happened between the answer and the first row of the journal would be lost.
  const begun = useStore(journalState, (state) => state.begun);
  const { data, error, refetch, fetchMore } = useQuery(OpenIncidentsDocument, {
    variables,
    skip: !begun,
  });
  const page = data?.incidents;
  useRest(page, (after) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        incidents: withPage(before.incidents, fetchMoreResult.incidents),
      }),
    }),
  );
  useNewOnes(areaCode, page);

  return faceOf({
    value: page?.nodes.filter((incident) => incident.open),
    error,
    retry: () => void refetch(),
  });
}

/** Asks page after page until all are there, again after a while where one did not come. */
function useRest(page: OpenIncidents | undefined, ask: (after: string) => Promise<unknown>): void {
  const [attempt, setAttempt] = useState(0);
  const room = (page?.nodes.length ?? 0) < mostKept;
  const after = room && page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (!after) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    ask(after).catch(() => {
      timer = setTimeout(() => setAttempt((before) => before + 1), askAgainMs);
    });
    return () => clearTimeout(timer);
    // One question a page, however often the page renders.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [after, attempt]);
}

/** Puts new incidents in front, once more after each answer: it may be older than the last of them. */
function useNewOnes(areaCode: string, page: OpenIncidents | undefined): void {
  const [heard] = useState(() => new Set<string>());
  useEffect(
    () =>
      onJournal({
        entry: ({ incident }) => {
          if (!incident) return;
          heard.add(incident.id);
          if (heard.size > mostHeard) heard.delete([...heard][0] ?? '');
          putInFront(areaCode, incident.id);
        },
      }),
    [areaCode, heard],
  );
  useEffect(() => {
    if (page) for (const id of heard) putInFront(areaCode, id);
  }, [areaCode, heard, page]);
}

function putInFront(areaCode: string, incidentId: string): void {
  const { cache } = gisClient;
  // As it is now, whatever it was when its row was heard.
  const incident = cache.readFragment({
    from: { __typename: 'Incident', id: incidentId },
    fragment: IncidentLineFragmentDoc,
  });
  if (!incident || !liesWithin(incident.area.code, areaCode)) return;
  cache.updateQuery(
    { query: OpenIncidentsDocument, variables: { areaCode, first: openIncidentsAtOnce } },
    (before) => before && { incidents: afterRow(before.incidents, incident, mostKept) },
  );
}
