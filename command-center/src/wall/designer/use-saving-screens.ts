import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { newCommandId } from '#gis/command-id.ts';
import { RemoveWallScreenDocument, SaveWallScreenDocument } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import type { Wall } from '../desk/use-wall.ts';
import { draftOf, isNew, type ScreenDraft } from './screen-draft.ts';
import type { TheirScreen } from './ScreenConflict.tsx';

type Conflict = { draft: ScreenDraft; theirs: TheirScreen };

/** Screens are saved one by one, each by the version it was opened at; the first conflict stops and is shown. */
export function useSavingScreens(
  wall: Wall,
  onSaved: (before: ScreenDraft, now: ScreenDraft) => void,
) {
  const client = useApolloClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const fail = (error: unknown, draft: ScreenDraft): void => {
    const { reason, details } = refusalOf(error);
    if (reason === 'version') setConflict({ draft, theirs: details as TheirScreen });
    else setRefused(reason);
  };
  const clear = (): void => {
    setConflict(null);
    setRefused(null);
  };
  return {
    conflict,
    refused,
    drop: clear,
    async save(drafts: readonly ScreenDraft[]): Promise<void> {
      clear();
      for (const draft of drafts) {
        const { id, version, name, rect, bezelMm, widthPx, heightPx } = draft;
        const known = isNew(draft) ? {} : { id, version };
        const place = { ...rect, bezelMm, widthPx, heightPx };
        const input = { commandId: newCommandId(), ...known, name, ...place };
        try {
          const { data } = await client.mutate({
            mutation: SaveWallScreenDocument,
            variables: { input },
          });
          if (data) onSaved(draft, draftOf(data.saveWallScreen));
        } catch (error) {
          fail(error, draft);
          break;
        }
      }
      wall.ask();
    },
    remove(draft: ScreenDraft): void {
      clear();
      const { id, version } = draft;
      const variables = { commandId: newCommandId(), id, version };
      client
        .mutate({ mutation: RemoveWallScreenDocument, variables })
        .catch((error: unknown) => fail(error, draft))
        .finally(wall.ask);
    },
  };
}
