/** Filters of the desk's lists that somebody keeps for themselves. */
import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { takeInFilter, type AskedFilter } from '#cases/service.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { takeInText } from '#graphql/take-in.ts';
import { DomainError, type WorklistFilter } from 'grid-data';

export type DeskFilterRecord = WorklistFilter & { name: string };

const longestName = 40;
const mostKept = 30;

export type DeskFilterService = ReturnType<typeof createDeskFilterService>;

export function createDeskFilterService({ database }: { database: Database }) {
  const list = (viewer: Viewer) => database.inScope(viewer, (db) => filtersOf(db, viewer));

  return {
    list,

    async keep(
      viewer: Viewer,
      asked: { commandId: string; name: string; filter: AskedFilter },
    ): Promise<DeskFilterRecord[]> {
      const name = takeInText(asked.name, longestName, 'name');
      if (name === null) throw invalid('name', 'a kept filter has a name', 'missing');
      const filter = JSON.stringify(takeInFilter(asked.filter));
      const command = { commandId: asked.commandId, kind: 'desk-filter.keep' };
      await database.command(viewer, command, async (tx) => {
        const kept = await filtersOf(tx, viewer);
        if (kept.length >= mostKept && !kept.some((each) => each.name === name)) {
          throw invalid('name', `at most ${mostKept} are kept`, 'too-many');
        }
        await tx.query(sql`-- What does this person want to see again?
          insert into desk_filters (user_id, area_code, name, filter)
          values (${viewer.userId}::uuid, ${viewer.areaCode}, ${name}, ${filter}::jsonb)
          on conflict (user_id, name) do update set filter = excluded.filter`);
      });
      return list(viewer);
    },

    async drop(
      viewer: Viewer,
      { commandId, name }: { commandId: string; name: string },
    ): Promise<DeskFilterRecord[]> {
      await database.command(viewer, { commandId, kind: 'desk-filter.drop' }, async (tx) => {
        await tx.query(sql`-- Not wanted any more
          delete from desk_filters f where f.user_id = ${viewer.userId}::uuid and f.name = ${name}
            and ${withinScope(viewer, 'f.area_code')}`);
      });
      return list(viewer);
    },
  };
}

async function filtersOf(db: Reading, viewer: Viewer): Promise<DeskFilterRecord[]> {
  const rows = await db.query<{ name: string; filter: AskedFilter }>(sql`-- What does one keep?
    select f.name, f.filter from desk_filters f
    where f.user_id = ${viewer.userId}::uuid and ${withinScope(viewer, 'f.area_code')}
    order by f.name`);
  return rows.map(({ name, filter }) => ({ name, ...takeInFilter(filter) }));
}

const invalid = (field: string, message: string, reason: string): DomainError =>
  new DomainError('invalid-input', `${field}: ${message}`, { reason, details: { field } });
