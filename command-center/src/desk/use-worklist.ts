/** The rows of one list: pages by keyset as somebody scrolls, the beginning anew as the journal moves on. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { worklistOf, type WorklistKey } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import {
  WorklistDocument,
  type WorklistFilterInput,
  type WorklistQuery,
} from '#gis/generated/graphql.ts';
import { onJournal } from '#journal/journal-state.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { faceOf } from '#ui/face.ts';
import { mergeRows } from './merge-rows.ts';

export type ListRow = WorklistQuery['worklist']['nodes'][number];
type Kept = { rows: readonly ListRow[]; after: string | null };
type Asked = { areaCode: string; list: string; filter: WorklistFilterInput };

const pageRows = 100;

export function useWorklist({ areaCode, list, filter }: Asked) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const asking = useRef(false);
  /** What rows of the journal said since a row was read. */
  const states = useRef(new Map<string, string>());

  const ask = useCallback(
    async (after: string | null) => {
      const { data } = await gisClient.query({
        query: WorklistDocument,
        variables: { areaCode, key: list, filter, first: pageRows, after },
        // Rows of a list of a hundred thousand are not all remembered.
        fetchPolicy: 'no-cache',
      });
      if (data === undefined) throw new Error('no worklist');
      return data.worklist;
    },
    [areaCode, list, filter],
  );

  const refresh = useCallback(async () => {
    try {
      const { nodes, pageInfo } = await ask(null);
      for (const { id } of nodes) states.current.delete(id);
      const inList: readonly string[] = worklistOf(list as WorklistKey).states;
      const belongs = ({ id, state }: ListRow) => inList.includes(states.current.get(id) ?? state);
      setKept((before) => {
        const rows = mergeRows(nodes, before?.rows ?? [], belongs);
        const isLonger = before !== null && rows.length > nodes.length;
        const end = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
        return { rows, after: isLonger ? before.after : end };
      });
      setError(null);
    } catch (cause) {
      setError(cause);
      throw cause;
    }
  }, [ask, list]);

  useEffect(() => {
    // Said on the list's face.
    refresh().catch(() => undefined);
    return onJournal({
      entry: ({ incident }) => {
        if (incident) states.current.set(incident.id, incident.state);
      },
    });
    // Another turn asks again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refresh, turn]);

  const known = useJournalRefresh({ concerns: isOfCases, refresh });

  const after = kept?.after ?? null;
  const more = useCallback((): void => {
    if (asking.current || after === null) return;
    asking.current = true;
    ask(after)
      .then(
        ({ nodes, pageInfo }) => {
          const end = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
          setKept((before) => {
            const had = new Set(before?.rows.map(({ id }) => id));
            const rows = [...(before?.rows ?? []), ...nodes.filter(({ id }) => !had.has(id))];
            return { rows, after: end };
          });
        },
        (cause: unknown) => setError(cause),
      )
      .finally(() => {
        asking.current = false;
      });
  }, [ask, after]);

  const face = faceOf({
    value: kept,
    error,
    retry: () => setTurn((before) => before + 1),
    ...known,
  });
  return { face, more };
}

const isOfCases = ({ kind }: { kind: string }) => kind.startsWith('incident.');
