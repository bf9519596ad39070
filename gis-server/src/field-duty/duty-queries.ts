import type { Viewer } from '#access/viewer.ts';
import { withinScope } from '#access/scope.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type FieldDutyRecord = {
  id: string;
  userId: string;
  areaCode: string;
  unitId: string;
  startedAt: Date;
  endsAt: Date;
};

const columns = sql`d.id::text as id, d.user_id::text as "userId", d.area_code as "areaCode",
  d.unit_id as "unitId", d.started_at as "startedAt", d.ends_at as "endsAt"`;

export async function openDutyOf(db: Reading, viewer: Viewer): Promise<FieldDutyRecord | null> {
  const rows = await db.query<FieldDutyRecord>(sql`-- Is this worker on duty?
    select ${columns} from field_duties d
    where d.user_id = ${viewer.userId}::uuid and d.ended_at is null
      and ${withinScope(viewer, 'd.area_code')}`);
  return rows[0] ?? null;
}

/** Those whose twelve hours are over. */
export function lapsedDuties(db: Reading, now: Date) {
  return db.query<FieldDutyRecord>(sql`-- Which duties end by themselves?
    select ${columns} from field_duties d where d.ended_at is null and d.ends_at <= ${now}`);
}

type NewDuty = FieldDutyRecord & { noticeRead: number; displayName: string };

export async function insertDuty(db: Reading, duty: NewDuty): Promise<void> {
  const { id, userId, areaCode, unitId, startedAt, endsAt, noticeRead, displayName } = duty;
  await db.query(sql`-- A worker goes on duty.
    insert into field_duties (id, user_id, area_code, unit_id, notice_read, started_at, ends_at)
    values (${id}, ${userId}, ${areaCode}, ${unitId}, ${noticeRead}, ${startedAt}, ${endsAt})`);
  await db.query(sql`-- Whoever is on duty is a unit of the map.
    insert into units (id, name, kind, area_code) values (${unitId}, ${displayName}, 'grid-team', ${areaCode})
    on conflict (id) do update set name = excluded.name, area_code = excluded.area_code`);
}

export async function endDuty(
  db: Reading,
  { id, unitId }: FieldDutyRecord,
  now: Date,
): Promise<void> {
  await db.query(sql`-- A worker goes off duty.
    update field_duties set ended_at = ${now} where id = ${id}::uuid`);
  await db.query(sql`-- Who is off duty stands on no map.
    delete from units where id = ${unitId}`);
}

export type WalkedPoint = {
  longitude: number;
  latitude: number;
  headingDeg: number | null;
  speedMps: number | null;
  at: Date;
};

/** The way between two words of the phone: the live table knows only the last. */
export async function keepWay(
  db: Reading,
  { unitId, areaCode }: FieldDutyRecord,
  points: readonly WalkedPoint[],
): Promise<void> {
  await db.query(sql`-- Where did the worker walk meanwhile?
    insert into unit_tracks (at, unit_id, area_code, longitude, latitude, heading_deg, speed_mps)
    select at, ${unitId}, ${areaCode}, longitude, latitude, "headingDeg", "speedMps"
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as point(longitude double precision,
      latitude double precision, "headingDeg" double precision, "speedMps" double precision,
      at timestamptz)`);
}

/** Duty by duty; the ways of other units are kept as long as the replay goes back. */
export async function forgetWays(db: Reading, before: Date): Promise<void> {
  await db.query(sql`-- Whose way was necessary once and is no longer?
    with over as (update field_duties set way_forgotten = true
      where not way_forgotten and ended_at < ${before} returning unit_id)
    delete from unit_tracks t using over where t.unit_id = over.unit_id and t.at < ${before}`);
}
