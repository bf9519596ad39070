/** The wall for all who drive it: the desk through the graph, rules and the clock through `showScene` and `pushToScreen`. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import type { Clock, WallCause, WallContent, WallViewpoint } from 'grid-data';
import { createGuests } from './guests.ts';
import { ScreenHearing } from './channel/screen-hearing.ts';
import { Pairings } from './pairing/pairings.ts';
import { createScenes } from './scenes.ts';
import { createScreens } from './screens.ts';
import { createShowings, type SeenShowings } from './showings.ts';

export type WallService = ReturnType<typeof createWallService>;

type Parts = { database: Database; clock: Clock; journal: Pick<JournalReader, 'onEntries'> };

const byHand = { kind: 'person' } as const;

export function createWallService({ database, clock, journal }: Parts) {
  const showings = createShowings({ database, clock });
  const pairings = new Pairings({ database, clock });
  return {
    screens: createScreens({ database, clock, pairings }),
    scenes: createScenes({ database, clock }),
    guests: createGuests({ database, clock }),
    hearing: new ScreenHearing({ database, journal }),
    current: showings.current,
    earlier: showings.earlier,

    /** Shows a published scene because a rule or the clock says so; whatever stands there gives way. */
    showScene: (viewer: Viewer, asked: { commandId: string; sceneId: string; cause: WallCause }) =>
      showings.call(viewer, { ...asked, seen: null }),

    /** Puts tiles onto one screen because a rule says so. */
    pushToScreen: (
      viewer: Viewer,
      asked: { commandId: string; screenId: string; content: WallContent; cause: WallCause },
    ) => showings.push(viewer, { ...asked, seen: null }),

    pushByHand(
      viewer: Viewer,
      asked: { commandId: string; screenId: string; seenVersion: number; content: WallContent },
    ) {
      requirePermission(viewer, 'wall.drive');
      const { seenVersion, ...push } = asked;
      const seen = [{ screenId: asked.screenId, version: seenVersion }];
      return showings.push(viewer, { ...push, seen, cause: byHand });
    },

    callByHand(viewer: Viewer, asked: { commandId: string; sceneId: string; seen: SeenShowings }) {
      requirePermission(viewer, 'wall.drive');
      return showings.call(viewer, { ...asked, cause: byHand });
    },

    moveView(
      viewer: Viewer,
      asked: {
        commandId: string;
        screenId: string;
        tileId: string;
        view: WallViewpoint;
        durationMs: number;
      },
    ) {
      requirePermission(viewer, 'wall.drive');
      return showings.move(viewer, asked);
    },
  };
}
