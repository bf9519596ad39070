/** The wall as the desk drives it: what hangs there, and each act with its refusal as a value. */
import { useCallback, useEffect, useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import type { WallContent } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  CallWallSceneDocument,
  PushToWallScreenDocument,
  WallScenesDocument,
  WallScreensDocument,
  type SceneFieldsFragment,
  type ScreenFieldsFragment,
} from '#gis/generated/graphql.ts';
import { onJournal } from '#journal/journal-state.ts';
import { refusalOf } from '#session/refusal.ts';

/** What was there when a push came, as the refusal names it. */
export type ShownMeanwhile = {
  screenId: string;
  screenName: string;
  version: number;
  content: WallContent;
  sceneName: string | null;
  shownByName: string;
  shownAt: string;
};

export type Push = { screen: ScreenFieldsFragment; content: WallContent };
export type Refused = { reason: string; shown: readonly ShownMeanwhile[]; again: Wish };
export type Wish =
  | { kind: 'push'; pushes: readonly Push[] }
  | { kind: 'call'; scene: SceneFieldsFragment };

export function useWall() {
  const client = useApolloClient();
  const asked = useQuery(WallScreensDocument, { fetchPolicy: 'cache-and-network' });
  const askedScenes = useQuery(WallScenesDocument, { fetchPolicy: 'cache-and-network' });
  const [refused, setRefused] = useState<Refused | null>(null);
  const { refetch } = asked;
  const { refetch: refetchScenes } = askedScenes;
  const ask = useCallback(() => {
    // A refused question keeps what stands; the hook's own error marks it as old.
    void Promise.all([refetch(), refetchScenes()]).catch(() => undefined);
  }, [refetch, refetchScenes]);
  useEffect(
    () =>
      onJournal({
        entry: ({ kind }) => {
          if (kind.startsWith('wall.')) ask();
        },
      }),
    [ask],
  );
  const screens = asked.data?.wallScreens ?? [];

  /** `seen` tells what the operator saw; after a refusal, what the refusal showed. */
  const put = async (wish: Wish, seen: readonly ShownMeanwhile[] = []): Promise<void> => {
    const versionOf = (screen: ScreenFieldsFragment): number =>
      seen.find(({ screenId }) => screenId === screen.id)?.version ?? screen.showing?.version ?? 0;
    setRefused(null);
    try {
      if (wish.kind === 'call') {
        const all = screens.map((screen) => ({ screenId: screen.id, version: versionOf(screen) }));
        const { id: sceneId } = wish.scene;
        const variables = { commandId: newCommandId(), sceneId, seen: all };
        await client.mutate({ mutation: CallWallSceneDocument, variables });
      } else {
        for (const { screen, content } of wish.pushes) {
          const input = {
            commandId: newCommandId(),
            screenId: screen.id,
            seenVersion: versionOf(screen),
            content,
          };
          await client.mutate({ mutation: PushToWallScreenDocument, variables: { input } });
        }
      }
    } catch (error) {
      const { reason, details } = refusalOf(error);
      const shown = (details['shown'] ?? []) as readonly ShownMeanwhile[];
      setRefused({ reason, shown, again: wish });
    }
    ask();
  };

  return {
    screens,
    scenes: askedScenes.data?.wallScenes ?? [],
    asked,
    refused,
    put,
    ask,
    drop: () => setRefused(null),
  };
}

export type Wall = ReturnType<typeof useWall>;
