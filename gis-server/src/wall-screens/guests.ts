/** 参观模式: while guests stand in the hall of a center, its screens hide names, numbers and live pictures. */
import { withinScope } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import type { Clock } from 'grid-data';

export type GuestsRecord = { areaCode: string; since: Date; setBy: string };

export async function guestsAt(
  db: Reading,
  viewer: Viewer,
  areaCode: string,
): Promise<GuestsRecord | null> {
  const rows = await db.query<GuestsRecord>(sql`-- Do guests stand in this hall?
    select g.area_code as "areaCode", g.since, g.set_by as "setBy" from wall_guests g
    where g.area_code = ${areaCode} and ${withinScope(viewer, 'g.area_code')}`);
  return rows[0] ?? null;
}

export function createGuests({ database, clock }: { database: Database; clock: Clock }) {
  const of = (viewer: Viewer) =>
    database.inScope(viewer, (db) => guestsAt(db, viewer, viewer.areaCode));
  return {
    of,

    /** Said twice it stays as it was said first. */
    async set(viewer: Viewer, { commandId, present }: { commandId: string; present: boolean }) {
      requirePermission(viewer, 'wall.drive');
      const { areaCode, displayName } = viewer;
      await database.command(viewer, { commandId, kind: 'wall.guests' }, async (tx) => {
        const before = await guestsAt(tx, viewer, areaCode);
        if ((before !== null) === present) return;
        if (present) {
          await tx.query(sql`-- Guests have come
            insert into wall_guests (area_code, since, set_by)
            values (${areaCode}, ${clock.now()}, ${displayName})`);
        } else {
          await tx.query(sql`-- The guests have left
            delete from wall_guests g where g.area_code = ${areaCode} and ${withinScope(viewer, 'g.area_code')}`);
        }
        tx.record({
          kind: 'wall.guests',
          areaCode,
          subjectKind: 'wall-hall',
          subjectId: areaCode,
          payload: { present },
        });
      });
      return of(viewer);
    },
  };
}
