/** Puts things onto screens: by a hand, a rule or a time of day, each with its cause in the journal. */
import type { Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid } from '#graphql/take-in.ts';
import {
  DomainError,
  longestMotionMs,
  motionLeadMs,
  overlap,
  standingAt,
  viewpointAt,
  wallViewpoint,
  type Clock,
  type WallCause,
  type WallContent,
  type WallViewpoint,
} from 'grid-data';
import { sceneById } from './scene-queries.ts';
import { lockHall, screenById } from './screen-queries.ts';
import * as queries from './showing-queries.ts';
import type { WallScreenRecord, WallShowingRecord } from './wall-records.ts';

/** Null: whatever is there gives way, as for a rule that no hand can ask. */
export type SeenShowings = readonly { screenId: string; version: number }[] | null;

export type PushAsked = {
  commandId: string;
  screenId: string;
  content: WallContent;
  seen: SeenShowings;
  cause: WallCause;
};
export type CallAsked = {
  commandId: string;
  sceneId: string;
  seen: SeenShowings;
  cause: WallCause;
};
export type MoveAsked = {
  commandId: string;
  screenId: string;
  tileId: string;
  view: WallViewpoint;
  durationMs: number;
};

type Put = {
  screens: readonly WallScreenRecord[];
  content: WallContent;
  scene: { id: string; name: string } | null;
  seen: SeenShowings;
  cause: WallCause;
};

export type Showings = ReturnType<typeof createShowings>;

export function createShowings({ database, clock }: { database: Database; clock: Clock }) {
  const current = (viewer: Viewer, screenIds: readonly string[]) =>
    database.inScope(viewer, (db) => queries.currentShowings(db, viewer, screenIds));

  const hallOf = async (tx: Writing, viewer: Viewer, screenId: string) => {
    const screen = isUuid(screenId) ? await screenById(tx, viewer, screenId) : null;
    return screen === null ? noScreen() : lockHall(tx, viewer, screen.areaCode);
  };

  const put = async (tx: Writing, viewer: Viewer, wish: Put): Promise<string[]> => {
    const ids = wish.screens.map(({ id }) => id);
    const before = new Map(
      (await queries.currentShowings(tx, viewer, ids)).map((each) => [each.screenId, each]),
    );
    refuseUnseen(wish, before);
    for (const screen of wish.screens) {
      const showing = showingOn(screen, wish, {
        version: (before.get(screen.id)?.version ?? 0) + 1,
        shownByName: viewer.displayName,
        shownAt: clock.now(),
      });
      await queries.insertShowing(tx, viewer, showing);
      const { version, content, sceneId, sceneName, cause } = showing;
      tx.record({
        kind: 'wall.shown',
        areaCode: screen.areaCode,
        subjectKind: 'wall-screen',
        subjectId: screen.id,
        payload: { screenName: screen.name, version, sceneId, sceneName, content, cause },
      });
    }
    return ids;
  };

  return {
    current,

    earlier: (viewer: Viewer, screenId: string, first: number) =>
      database.inScope(viewer, (db) =>
        queries.earlierShowings(db, viewer, { screenId, first: Math.min(20, Math.max(1, first)) }),
      ),

    async push(viewer: Viewer, asked: PushAsked): Promise<WallShowingRecord> {
      const { commandId, screenId, content, seen, cause } = asked;
      await database.command(viewer, { commandId, kind: 'wall.push' }, async (tx) => {
        const hall = await hallOf(tx, viewer, screenId);
        const screens = hall.filter(({ id }) => id === screenId);
        const isMissed =
          content.tiles.length > 0 && !screens.some((each) => touches(content, each));
        if (isMissed) throw refusedCall('no-screen-touched');
        await put(tx, viewer, { screens, content, scene: null, seen, cause });
      });
      return (await current(viewer, [screenId]))[0] ?? noScreen();
    },

    async call(viewer: Viewer, asked: CallAsked): Promise<WallShowingRecord[]> {
      const { commandId, sceneId, seen, cause } = asked;
      const command = { commandId, kind: 'wall.call' };
      const ids = await database.command(viewer, command, async (tx) => {
        const scene = isUuid(sceneId) ? await sceneById(tx, viewer, sceneId) : null;
        if (scene === null) throw noScene();
        const content = scene.published;
        if (content === null) throw refusedCall('scene-not-published');
        const hall = await lockHall(tx, viewer, scene.areaCode);
        const screens = hall.filter((screen) => touches(content, screen));
        if (screens.length === 0) throw refusedCall('no-screen-touched');
        return put(tx, viewer, { screens, content, scene, seen, cause });
      });
      return current(viewer, ids);
    },

    async move(viewer: Viewer, asked: MoveAsked): Promise<WallShowingRecord[]> {
      const { commandId, screenId, tileId } = asked;
      const to = wallViewpoint.parse(asked.view);
      const durationMs = Math.min(longestMotionMs, Math.max(0, asked.durationMs));
      const command = { commandId, kind: 'wall.move-view' };
      const moved = await database.command(viewer, command, async (tx) => {
        const hall = await hallOf(tx, viewer, screenId);
        const showings = await queries.currentShowings(
          tx,
          viewer,
          hall.map(({ id }) => id),
        );
        const parts = showings.filter(({ content }) =>
          content.tiles.some(({ id }) => id === tileId),
        );
        const lead = parts.find((each) => each.screenId === screenId);
        const tile = lead?.content.tiles.find(({ id }) => id === tileId);
        if (lead === undefined || tile?.kind !== 'map') throw refusedCall('no-such-map');
        const startsAtMs = clock.now().getTime() + motionLeadMs;
        const before = lead.motions[tileId] ?? standingAt(tile.viewpoint, startsAtMs);
        const motion = { from: viewpointAt(before, startsAtMs), to, startsAtMs, durationMs };
        for (const showing of parts) {
          await queries.setMotion(tx, viewer, { showing, tileId, motion });
          tx.record({
            kind: 'wall.view-moved',
            areaCode: showing.areaCode,
            subjectKind: 'wall-screen',
            subjectId: showing.screenId,
            payload: { tileId, ...to },
          });
        }
        return parts.map((part) => part.screenId);
      });
      return current(viewer, moved);
    },
  };
}

const touches = ({ tiles }: WallContent, screen: WallScreenRecord): boolean =>
  tiles.some(({ rect }) => overlap(rect, screen.rect) !== null);

function showingOn(
  screen: WallScreenRecord,
  { content, scene, cause }: Put,
  shown: Pick<WallShowingRecord, 'version' | 'shownByName' | 'shownAt'>,
): WallShowingRecord {
  const tiles = content.tiles.filter(({ rect }) => overlap(rect, screen.rect) !== null);
  // A screen has one graphics card to draw one map with.
  if (tiles.filter(({ kind }) => kind === 'map').length > 1) {
    throw new DomainError('invalid-input', `two maps on the screen ${screen.name}`, {
      reason: 'two-maps-on-one-screen',
      details: { screenId: screen.id, screenName: screen.name },
    });
  }
  return {
    ...shown,
    screenId: screen.id,
    areaCode: screen.areaCode,
    content: { tiles },
    sceneId: scene?.id ?? null,
    sceneName: scene?.name ?? null,
    motions: {},
    cause,
  };
}

/** Who pushes onto what they have not seen is told who was quicker and with what. */
function refuseUnseen({ screens, seen }: Put, before: Map<string, WallShowingRecord>): void {
  if (seen === null) return;
  const versionSeen = new Map(seen.map(({ screenId, version }) => [screenId, version]));
  const unseen = screens.flatMap(({ id, name }) => {
    const showing = before.get(id);
    if (showing === undefined || versionSeen.get(id) === showing.version) return [];
    const { version, content, sceneName, shownByName, shownAt } = showing;
    return [
      {
        screenId: id,
        screenName: name,
        version,
        content,
        sceneName,
        shownByName,
        shownAt: shownAt.toISOString(),
      },
    ];
  });
  if (unseen.length === 0) return;
  throw new DomainError('conflict', 'somebody else has pushed onto the screen meanwhile', {
    reason: 'screen-changed',
    details: { shown: unseen },
  });
}

function noScreen(): never {
  throw new DomainError('not-found', 'there is no such screen in your scope', {
    reason: 'unknown-screen',
  });
}

export const noScene = (): DomainError =>
  new DomainError('not-found', 'there is no such scene in your scope', { reason: 'unknown-scene' });

const refusedCall = (reason: string): DomainError =>
  new DomainError('conflict', `the wall cannot do that now: ${reason}`, { reason });
