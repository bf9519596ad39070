import { closeSessionsIn } from '#access/session-queries.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import {
  DomainError,
  longestScreenMm,
  mostScreenPx,
  shortestScreenMm,
  widestBezelMm,
  type Clock,
  type ScreenPlace,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import type { Pairings } from './pairing/pairings.ts';
import * as queries from './screen-queries.ts';
import type { WallScreenRecord } from './wall-records.ts';

export type ScreenInput = {
  commandId: string;
  id?: string | null;
  version?: number | null;
  name: string;
  leftMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
  bezelMm: number;
  widthPx: number;
  heightPx: number;
};

export type Screens = ReturnType<typeof createScreens>;

type Parts = { database: Database; clock: Clock; pairings: Pairings };

const longestName = 40;

export function createScreens({ database, clock, pairings }: Parts) {
  const read = async (viewer: Viewer, id: string): Promise<WallScreenRecord> =>
    (await database.inScope(viewer, (db) => queries.screenById(db, viewer, id))) ?? gone();

  const inChange = async (tx: Writing, viewer: Viewer, id: string): Promise<WallScreenRecord> =>
    (isUuid(id) ? await queries.screenById(tx, viewer, id) : null) ?? gone();

  /** Ends the session of the device that was the screen until now. */
  const letGo = async (tx: Writing, { deviceId }: WallScreenRecord) => {
    if (deviceId === null) return;
    await tx.atRoot(async () => {
      await tx.query(sql`-- The device is no screen any more
        update users set closed_at = ${clock.now()}, version = version + 1 where id = ${deviceId}`);
      await closeSessionsIn(tx, sql`user_id = ${deviceId}`, 'screen-unpaired');
    });
  };

  return {
    list: (viewer: Viewer) => database.inScope(viewer, (db) => queries.screens(db, viewer)),

    /** The screen that a device is, or null where it is none any more. */
    ofDevice: (viewer: Viewer) =>
      viewer.screenId == null
        ? Promise.resolve(null)
        : database.inScope(viewer, (db) => queries.screenById(db, viewer, viewer.screenId!)),

    async save(viewer: Viewer, input: ScreenInput): Promise<WallScreenRecord> {
      requirePermission(viewer, 'wall.arrange');
      const place = takeInPlace(input);
      if (input.id != null && !isUuid(input.id)) gone();
      const command = { commandId: input.commandId, kind: 'wall.save-screen' };
      const id = await database.command(viewer, command, async (tx) => {
        const before = input.id == null ? null : await inChange(tx, viewer, input.id);
        const screen = {
          ...place,
          id: before?.id ?? randomUUID(),
          areaCode: before?.areaCode ?? viewer.areaCode,
          changedBy: viewer.displayName,
          changedAt: clock.now(),
        };
        const version = input.version ?? 0;
        if (before === null) await queries.insertScreen(tx, screen);
        else if (!(await queries.updateScreen(tx, viewer, { ...screen, version }))) {
          conflict(before);
        }
        tx.record({
          kind: 'wall.screen-saved',
          ...subjectOf(screen),
          payload: { name: screen.name, made: before === null },
        });
        return screen.id;
      });
      return read(viewer, id);
    },

    async remove(viewer: Viewer, asked: { commandId: string; id: string; version: number }) {
      requirePermission(viewer, 'wall.arrange');
      const { commandId, id, version } = asked;
      await database.command(viewer, { commandId, kind: 'wall.remove-screen' }, async (tx) => {
        const before = await inChange(tx, viewer, id);
        if (!(await queries.removeScreen(tx, viewer, { id, version, at: clock.now() }))) {
          conflict(before);
        }
        await letGo(tx, before);
        const { name } = before;
        tx.record({ kind: 'wall.screen-removed', ...subjectOf(before), payload: { name } });
      });
      return id;
    },

    async pair(viewer: Viewer, asked: { commandId: string; id: string; code: string }) {
      requirePermission(viewer, 'wall.arrange');
      const { commandId, id, code } = asked;
      await pairings.withCode(viewer, code, (known) =>
        database.command(viewer, { commandId, kind: 'wall.pair-screen' }, async (tx) => {
          const screen = await inChange(tx, viewer, id);
          const deviceId = randomUUID();
          await letGo(tx, screen);
          await tx.atRoot(() =>
            pairings.give(tx, { code: known, deviceId, screen, by: viewer.displayName }),
          );
          const paired = { screenId: id, deviceId, at: clock.now(), by: viewer.displayName };
          await queries.setDevice(tx, viewer, paired);
          const { name } = screen;
          tx.record({ kind: 'wall.screen-paired', ...subjectOf(screen), payload: { name } });
        }),
      );
      return read(viewer, id);
    },

    async unpair(viewer: Viewer, { commandId, id }: { commandId: string; id: string }) {
      requirePermission(viewer, 'wall.arrange');
      await database.command(viewer, { commandId, kind: 'wall.unpair-screen' }, async (tx) => {
        const screen = await inChange(tx, viewer, id);
        if (screen.deviceId === null) return;
        await queries.setDevice(tx, viewer, { screenId: id, deviceId: null, at: null, by: null });
        await letGo(tx, screen);
        const { name } = screen;
        tx.record({ kind: 'wall.screen-unpaired', ...subjectOf(screen), payload: { name } });
      });
      return read(viewer, id);
    },

    /** The row is the word: the channel of the screens hears it and tells the page. */
    async reload(viewer: Viewer, { commandId, id }: { commandId: string; id: string }) {
      requirePermission(viewer, 'wall.drive');
      await database.command(viewer, { commandId, kind: 'wall.reload-screen' }, async (tx) => {
        const screen = await inChange(tx, viewer, id);
        const { name } = screen;
        tx.record({ kind: 'wall.screen-reloaded', ...subjectOf(screen), payload: { name } });
      });
      return read(viewer, id);
    },
  };
}

const subjectOf = ({ id, areaCode }: { id: string; areaCode: string }) =>
  ({ areaCode, subjectKind: 'wall-screen', subjectId: id }) as const;

function takeInPlace(input: ScreenInput): ScreenPlace & { name: string } {
  const name = takeInText(input.name, longestName, 'name');
  if (name === null) throw refused('name', 'a screen needs a name');
  const { leftMm, topMm, widthMm, heightMm, bezelMm, widthPx, heightPx } = input;
  const within = (field: keyof ScreenInput, least: number, most: number) => {
    const value = input[field] as number;
    if (!(value >= least && value <= most)) throw refused(field, `${least} to ${most}`);
  };
  within('widthMm', shortestScreenMm, longestScreenMm);
  within('heightMm', shortestScreenMm, longestScreenMm);
  within('leftMm', -100_000, 100_000);
  within('topMm', -100_000, 100_000);
  within('bezelMm', 0, widestBezelMm);
  within('widthPx', 320, mostScreenPx);
  within('heightPx', 240, mostScreenPx);
  return { name, rect: { leftMm, topMm, widthMm, heightMm }, bezelMm, widthPx, heightPx };
}

function gone(): never {
  throw new DomainError('not-found', 'there is no such screen in your scope', {
    reason: 'unknown-screen',
  });
}

/** Tells how the screen is now, so that both can be shown. */
function conflict(now: WallScreenRecord): never {
  const { version, name, rect, bezelMm, widthPx, heightPx, changedBy, changedAt } = now;
  throw new DomainError('conflict', 'somebody else changed the screen', {
    reason: 'version',
    details: {
      version,
      name,
      ...rect,
      bezelMm,
      widthPx,
      heightPx,
      changedBy,
      changedAt: changedAt.toISOString(),
    },
  });
}

const refused = (field: string, message: string): DomainError =>
  new DomainError('invalid-input', message, { reason: 'out-of-range', details: { field } });
