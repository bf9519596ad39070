import { codesWithin, withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, rawSql, sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { openStates } from '#incidents/queries.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';
import { situationFigureIds, situationFigures, type FigureSubject } from 'grid-data';
import type { DutyRow } from '#access/duties.ts';
import type { figureConditions } from './figure-conditions.ts';

/** Where the numbers are asked about. The centers whose duty answers there are those of the area and those above it. */
export type Ground = { within: Within; areaCode: string };

type Conditions = ReturnType<typeof figureConditions>;

/** Tables by what they hold, with the condition that a row lies on the ground and is the viewer's to see. */
function sourceOf(subject: FigureSubject, viewer: Viewer, { within, areaCode }: Ground): Statement {
  switch (subject) {
    case 'incidents':
      return sql`incidents i where ${liesWithin(within, 'i')}
        and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`;
    case 'cameras':
      return sql`cameras k where k.gone_at is null and ${liesWithin(within, 'k')}
        and ${withinScope(viewer, 'k.area_code')}`;
    case 'units':
      return sql`units u where ${liesWithin(within, 'u')} and ${withinScope(viewer, 'u.area_code')}
        and ${rawSql(String(viewer.permissions.has('unit.read')))}`;
    case 'cityComponents':
      return sql`city_components c where c.state <> 'intact' and ${liesWithin(within, 'c')}
        and ${withinScope(viewer, 'c.area_code')}`;
    case 'duties':
      return sql`duties d where d.signed_out_at is null and ${withinScope(viewer, 'd.area_code')}
        and (${codesWithin(areaCode, 'd.area_code')} or starts_with(${areaCode}, d.area_code))`;
  }
}

export async function journalHead(db: Reading): Promise<number> {
  const [row] = await db.query<{ head: number }>(sql`-- What has this snapshot seen last?
    select head from journal_counter`);
  return row?.head ?? 0;
}

/** All numbers of one subject in one pass over its rows. */
export async function countsOf(
  db: Reading,
  subject: FigureSubject,
  { viewer, ground, conditions }: { viewer: Viewer; ground: Ground; conditions: Conditions },
): Promise<Record<string, number>> {
  const ids = situationFigureIds.filter((id) => situationFigures[id] === subject);
  const columns = ids.map(
    (id) => sql`count(*) filter (where ${conditions[id]}) as ${rawSql(`"${id}"`)}`,
  );
  const [row] = await db.query<Record<string, number>>(sql`-- How much of it is there of each kind?
    select ${joinSql(columns, ', ')} from ${sourceOf(subject, viewer, ground)}`);
  return row ?? {};
}

/** Open incidents of the areas next below, the most first. */
export function openByArea(db: Reading, viewer: Viewer, areaCode: string) {
  const level = areaCode.length + 3;
  return db.query<{ areaCode: string; count: number }>(sql`-- Where do most incidents stand open?
    select left(i.area_code, ${level}::int) as "areaCode", count(*) as count
    from incidents i where ${codesWithin(areaCode, 'i.area_code')}
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
      and i.state = any(${openStates}) and length(i.area_code) >= ${level}::int
    group by 1 order by 2 desc, 1`);
}

/** By what rows of a subject are told apart; the key of the cursor too. */
const keys: Record<FigureSubject, string> = {
  incidents: 'i.id::text',
  cameras: 'k.id',
  units: 'u.id',
  cityComponents: 'c.code',
  duties: 'd.id::text',
};

type RowsWanted = {
  viewer: Viewer;
  ground: Ground;
  subject: FigureSubject;
  condition: Statement;
  limit: number;
  after: string | null;
};

export async function countOfRows(db: Reading, wanted: RowsWanted): Promise<number> {
  const { viewer, ground, subject, condition } = wanted;
  const [row] = await db.query<{ count: number }>(sql`-- How many rows does the number stand for?
    select count(*) as count from ${sourceOf(subject, viewer, ground)} and ${condition}`);
  return row?.count ?? 0;
}

export async function keysOfRows(db: Reading, wanted: RowsWanted): Promise<string[]> {
  const { viewer, ground, subject, condition, limit, after } = wanted;
  const key = rawSql(keys[subject]);
  const beyond = after === null ? sql`true` : sql`${key} > ${after}`;
  const rows = await db.query<{ key: string }>(sql`-- Which rows does the number stand for?
    select ${key} as key from ${sourceOf(subject, viewer, ground)} and ${condition} and ${beyond}
    order by ${key} limit ${limit}`);
  return rows.map((row) => row.key);
}

export function dutiesById(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<DutyRow>(sql`-- Who answers there?
    select d.id, d.area_code, d.post, d.user_id, n.display_name, d.signed_in_at, d.signed_out_at
    from duties d join users n on n.id = d.user_id
    where d.id = any(${ids}::uuid[]) and ${withinScope(viewer, 'd.area_code')}`);
}
