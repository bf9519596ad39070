import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { randomUUID } from 'node:crypto';

export type ShiftRecord = {
  id: string;
  areaCode: string;
  begunAt: Date;
  begunSeq: number;
  handedOverAt: Date | null;
  handedOverById: string | null;
  handedOverBy: string | null;
  summary: string | null;
  sha256: string | null;
  takenOverAt: Date | null;
  takenOverBy: string | null;
};

const columns = sql`s.id::text as id, s.area_code as "areaCode", s.begun_at as "begunAt",
  s.begun_seq::float8 as "begunSeq", s.handed_over_at as "handedOverAt",
  s.handed_over_by::text as "handedOverById", s.handed_over_by_name as "handedOverBy", s.summary,
  s.sha256, s.taken_over_at as "takenOverAt", s.taken_over_by_name as "takenOverBy"`;

/** Of the viewer's own center: a log is kept where one is on duty. */
const ownCenter = (viewer: Viewer) =>
  sql`(s.area_code = ${viewer.areaCode} and ${withinScope(viewer, 's.area_code')})`;

export function shifts(
  db: Reading,
  viewer: Viewer,
  { first, before }: { first: number; before: Date | null },
) {
  return db.query<ShiftRecord>(sql`-- Which shifts were there at this center, the newest first?
    select ${columns} from duty_shifts s
    where ${ownCenter(viewer)} and s.begun_at < coalesce(${before}::timestamptz, 'infinity')
    order by s.begun_at desc limit ${first}`);
}

export async function shiftById(db: Reading, viewer: Viewer, id: string) {
  const [row] = await db.query<ShiftRecord>(sql`-- Which shift is this?
    select ${columns} from duty_shifts s where s.id = ${id}::uuid and ${ownCenter(viewer)}`);
  return row ?? null;
}

/** The shift that lasts, held until the end of the transaction: who writes and who hands over take turns. */
export async function shiftForUpdate(db: Reading, viewer: Viewer) {
  const ask = () =>
    db.query<ShiftRecord>(sql`-- Which shift lasts here, while nobody else hands it over?
    select ${columns} from duty_shifts s where ${ownCenter(viewer)} and s.handed_over_at is null for update`);
  // One that was handed over while we waited is gone from the answer; the next was not in it yet.
  const [row] = [...(await ask()), ...(await ask())];
  return row ?? null;
}

/** The first of a center begins with who is on duty there, every other where the one before ended. */
export async function beginShift(
  db: Reading,
  viewer: Viewer,
  { at, seq }: { at: Date; seq: number | null },
): Promise<string> {
  const id = randomUUID();
  await db.query(sql`-- From when on does the log of this shift go?
    insert into duty_shifts (id, area_code, begun_at, begun_seq)
    select ${id}::uuid, ${viewer.areaCode}::text, begun.at, coalesce(${seq}::bigint,
      (select min(j.seq) - 1 from journal j where j.at >= begun.at and j.area_code = ${viewer.areaCode}),
      (select head from journal_counter))
    from (select case when ${seq}::bigint is null then least(${at}::timestamptz, (select min(d.signed_in_at) from duties d
      where d.area_code = ${viewer.areaCode} and d.signed_out_at is null)) else ${at}::timestamptz end as at) as begun`);
  return id;
}

export type HandedOver = { id: string; at: Date; summary: string | null; sha256: string };

export function handOver(db: Reading, viewer: Viewer, { id, at, summary, sha256 }: HandedOver) {
  return db.query(sql`-- Who signs this shift away?
    update duty_shifts s set handed_over_at = ${at}, handed_over_by = ${viewer.userId}::uuid,
      handed_over_by_name = ${viewer.displayName}, summary = ${summary}, sha256 = ${sha256}
    where s.id = ${id}::uuid and ${ownCenter(viewer)}`);
}

/** Whether nobody signed for it before. */
export async function takeOver(db: Reading, viewer: Viewer, { id, at }: { id: string; at: Date }) {
  const rows = await db.query(sql`-- Is this shift taken over only now?
    update duty_shifts s set taken_over_at = ${at}, taken_over_by = ${viewer.userId}::uuid,
      taken_over_by_name = ${viewer.displayName}
    where s.id = ${id}::uuid and ${ownCenter(viewer)} and s.handed_over_at is not null
      and s.taken_over_at is null returning s.id`);
  return rows.length > 0;
}

export type ShiftDutyRecord = {
  post: string;
  userId: string;
  displayName: string;
  signedInAt: Date;
  signedOutAt: Date | null;
};

export function dutiesOfShift(db: Reading, viewer: Viewer, shift: ShiftRecord) {
  return db.query<ShiftDutyRecord>(sql`-- Who was on duty in this shift?
    select d.post, d.user_id::text as "userId", u.display_name as "displayName",
      d.signed_in_at as "signedInAt", d.signed_out_at as "signedOutAt"
    from duties d join users u on u.id = d.user_id
    where d.area_code = ${shift.areaCode} and ${withinScope(viewer, 'd.area_code')}
      and d.signed_in_at < coalesce(${shift.handedOverAt}::timestamptz, 'infinity')
      and coalesce(d.signed_out_at, 'infinity') > ${shift.begunAt}
    order by d.signed_in_at limit 200`);
}
