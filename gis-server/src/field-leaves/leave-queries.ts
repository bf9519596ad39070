import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { LeaveState } from 'grid-data';

export type LeaveRecord = {
  id: string;
  userId: string;
  by: string;
  areaCode: string;
  substituteId: string;
  substitute: string;
  fromAt: Date;
  toAt: Date;
  reason: string;
  state: LeaveState;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
};

const columns = sql`l.id::text as id, l.user_id::text as "userId", l.user_name as by, l.area_code as "areaCode",
  l.substitute_id::text as "substituteId", l.substitute_name as substitute, l.from_at as "fromAt",
  l.to_at as "toAt", l.reason, l.state, l.asked_at as "askedAt", l.decided_by_name as "decidedBy",
  l.decided_at as "decidedAt", l.note`;

export function leavesOf(db: Reading, viewer: Viewer, now: Date) {
  return db.query<LeaveRecord>(sql`-- Which leaves concern this worker?
    select ${columns} from field_leaves l
    where ((l.user_id = ${viewer.userId}::uuid and l.state <> 'withdrawn')
        or (l.substitute_id = ${viewer.userId}::uuid and l.state = 'granted'))
      and l.to_at > ${now} and ${withinScope(viewer, 'l.area_code')}
    order by l.from_at desc limit 50`);
}

export function leavesInScope(db: Reading, viewer: Viewer) {
  return db.query<LeaveRecord>(sql`-- Who is or wants to be away?
    select ${columns} from field_leaves l where ${withinScope(viewer, 'l.area_code')}
    order by l.state <> 'asked', l.asked_at desc limit 100`);
}

export async function leaveById(db: Reading, viewer: Viewer, id: string) {
  const [row] = await db.query<LeaveRecord>(sql`-- Which leave is this?
    select ${columns} from field_leaves l
    where l.id = ${id}::uuid and ${withinScope(viewer, 'l.area_code')}`);
  return row ?? null;
}

/** Whether one of these persons is away in a part of that time, or has asked to be. */
export async function isAway(
  db: Reading,
  viewer: Viewer,
  { userIds, fromAt, toAt }: { userIds: readonly string[]; fromAt: Date; toAt: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is one of them away then?
    select l.id from field_leaves l where l.user_id = any(${userIds}::uuid[])
      and l.state in ('asked', 'granted') and l.from_at < ${toAt} and l.to_at > ${fromAt}
      and ${withinScope(viewer, 'l.area_code')} limit 1`);
  return rows.length > 0;
}

export async function insertLeave(db: Reading, made: LeaveRecord): Promise<void> {
  const { id, userId, by, areaCode, substituteId, substitute, fromAt, toAt, reason } = made;
  await db.query(sql`-- Who asks to be away, and who would stand in?
    insert into field_leaves (id, user_id, user_name, area_code, substitute_id, substitute_name, from_at, to_at,
      reason, state, asked_at)
    values (${id}, ${userId}, ${by}, ${areaCode}, ${substituteId}, ${substitute}, ${fromAt}, ${toAt}, ${reason},
      'asked', ${made.askedAt})`);
}

type Decided = {
  id: string;
  from: readonly LeaveState[];
  to: LeaveState;
  note: string | null;
  at: Date;
};

/** False where it was in another state already. */
export async function setState(
  db: Reading,
  viewer: Viewer,
  { id, from, to, note, at }: Decided,
): Promise<boolean> {
  const rows = await db.query(sql`-- What becomes of it?
    update field_leaves l set state = ${to}, decided_by_name = ${viewer.displayName}, decided_at = ${at},
      note = ${note}
    where l.id = ${id}::uuid and l.state = any(${from}::text[]) and ${withinScope(viewer, 'l.area_code')}
    returning l.id`);
  return rows.length > 0;
}

export type SubstituteRecord = { userId: string; displayName: string; sameCell: boolean };

export function substitutesOf(db: Reading, viewer: Viewer, id: string | null) {
  const one: Statement = id === null ? sql`true` : sql`u.id = ${id}::uuid`;
  return db.query<SubstituteRecord>(sql`-- Who may stand in for this worker?
    select u.id::text as "userId", u.display_name as "displayName",
      exists (select 1 from grid_worker_assignments w join grid_worker_assignments own
        on own.grid_system = w.grid_system and own.grid_code = w.grid_code
        where w.user_id = u.id and own.user_id = ${viewer.userId}::uuid) as "sameCell"
    from users u where ${one} and u.id <> ${viewer.userId}::uuid and u.closed_at is null
      and u.role = ${viewer.role} and u.area_code = ${viewer.areaCode} and ${withinScope(viewer, 'u.area_code')}
    order by "sameCell" desc, u.display_name limit 100`);
}

export type ChargeRecord = {
  gridSystem: string;
  code: string;
  post: string | null;
  inCharge: boolean;
  standsInFor: string | null;
};

/** Charges of a worker's own posts, and of whoever named this worker for a leave that runs. */
export function chargesOf(db: Reading, viewer: Viewer, now: Date) {
  return db.query<ChargeRecord>(sql`-- Whose cells are this worker's now?
    with away as (select l.user_id, l.user_name, l.substitute_id from field_leaves l
        where l.state = 'granted' and l.from_at <= ${now} and l.to_at > ${now}
          and ${withinScope(viewer, 'l.area_code')}),
      own as (select w.grid_system, w.grid_code, w.post from grid_worker_assignments w
        where w.user_id = ${viewer.userId}::uuid and ${withinScope(viewer, 'w.area_code')}),
      held as (select w.grid_system, w.grid_code, min(away.user_name) as for_name
        from away join grid_worker_assignments w on w.user_id = away.user_id and w.post = 'A'
        where away.substitute_id = ${viewer.userId}::uuid and ${withinScope(viewer, 'w.area_code')}
        group by w.grid_system, w.grid_code)
    select coalesce(own.grid_system, held.grid_system) as "gridSystem",
      coalesce(own.grid_code, held.grid_code) as code, own.post, held.for_name as "standsInFor",
      held.for_name is not null or (coalesce(own.post, '') = 'A'
        and not exists (select 1 from away where away.user_id = ${viewer.userId}::uuid)) as "inCharge"
    from own full join held on held.grid_system = own.grid_system and held.grid_code = own.grid_code
    order by 1, 2`);
}

/** Whether this person is away now. */
export async function isAwayNow(db: Reading, viewer: Viewer, now: Date): Promise<boolean> {
  const rows = await db.query(sql`-- Is this worker on leave?
    select l.id from field_leaves l where l.user_id = ${viewer.userId}::uuid and l.state = 'granted'
      and l.from_at <= ${now} and l.to_at > ${now} and ${withinScope(viewer, 'l.area_code')} limit 1`);
  return rows.length > 0;
}
