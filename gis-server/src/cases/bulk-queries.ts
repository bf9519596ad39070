import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { CaseFacts } from 'grid-data';

export type BulkRecord = { id: string; move: string; movedAt: Date; undoneAt: Date | null };
/** How a case stood: its facts, and what it was registered against. */
type Before = CaseFacts & { standardId: string | null };
export type MovedCase = { id: string; areaCode: string; version: number; before: Before };

export async function insertBulk(
  db: Reading,
  viewer: Viewer,
  { id, move, movedAt }: Omit<BulkRecord, 'undoneAt'>,
  cases: readonly MovedCase[],
): Promise<void> {
  await db.query(sql`-- Who moved many at once?
    insert into bulk_moves (id, area_code, user_id, move, moved_at)
    values (${id}::uuid, ${viewer.areaCode}, ${viewer.userId}::uuid, ${move}, ${movedAt})`);
  const rows = cases.map(({ areaCode, ...each }) => ({ ...each, area_code: areaCode }));
  await db.query(sql`-- How did each stand before?
    insert into bulk_move_cases (bulk_id, incident_id, area_code, version, before)
    select ${id}::uuid, c.id, c.area_code, c.version, c.before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(id uuid, area_code text, version integer, before jsonb)`);
}

/** The viewer's own, held until the end of the transaction. */
export async function ownBulk(db: Reading, viewer: Viewer, id: string): Promise<BulkRecord | null> {
  const [row] = await db.query<BulkRecord>(sql`-- Which of the viewer's bulk moves is this?
    select b.id::text as id, b.move, b.moved_at as "movedAt", b.undone_at as "undoneAt" from bulk_moves b
    where b.id = ${id}::uuid and b.user_id = ${viewer.userId}::uuid
      and ${withinScope(viewer, 'b.area_code')} for update`);
  return row ?? null;
}

export async function casesOfBulk(db: Reading, viewer: Viewer, id: string): Promise<MovedCase[]> {
  type Row = Omit<MovedCase, 'before'> & { before: Record<string, unknown> };
  const rows = await db.query<Row>(sql`-- Which cases did it move, and how did they stand?
    select c.incident_id::text as id, c.area_code as "areaCode", c.version, c.before
    from bulk_move_cases c where c.bulk_id = ${id}::uuid and ${withinScope(viewer, 'c.area_code')}
    order by c.incident_id`);
  return rows.map(({ before, ...row }) => ({ ...row, before: withDates(before) }));
}

export async function markUndone(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
) {
  await db.query(sql`-- Taken back
    update bulk_moves b set undone_at = ${at}
    where b.id = ${id}::uuid and ${withinScope(viewer, 'b.area_code')}`);
}

const moments = [
  'registeredAt',
  'dispatchedAt',
  'dueAt',
  'amberAt',
  'closeDueAt',
  'feedbackAt',
  'closedAt',
  'supervisedAt',
] as const satisfies readonly (keyof CaseFacts)[];

/** JSON knows no moments. */
function withDates(kept: Record<string, unknown>): Before {
  const revived = moments.map((key) => {
    const text = kept[key];
    return [key, typeof text === 'string' ? new Date(text) : null];
  });
  return { ...kept, ...Object.fromEntries(revived) } as Before;
}
