import { useMutation, useQuery } from '@apollo/client/react';
import { newCommandId } from '#gis/command-id.ts';
import {
  DropRecordingBookmarkDocument,
  KeepRecordingBookmarkDocument,
  RecordingBookmarksDocument,
} from '#gis/generated/graphql.ts';

export type BookmarksOfRequest = ReturnType<typeof useBookmarks>;

/** Marks in a request's recordings, kept on the server. */
export function useBookmarks(requestId: string) {
  const { data, refetch } = useQuery(RecordingBookmarksDocument, { variables: { requestId } });
  const [keep, kept] = useMutation(KeepRecordingBookmarkDocument);
  const [drop, dropped] = useMutation(DropRecordingBookmarkDocument);
  // Refusals are shown from the hooks' own errors.
  const then = (done: Promise<unknown>) => void done.then(() => refetch()).catch(() => undefined);
  return {
    rows: data?.recordingBookmarks ?? [],
    error: kept.error ?? dropped.error,
    keep: (at: Date, note: string) =>
      then(
        keep({
          variables: { commandId: newCommandId(), requestId, at: at.toISOString(), note },
        }),
      ),
    drop: (id: string) => then(drop({ variables: { commandId: newCommandId(), id } })),
  };
}
