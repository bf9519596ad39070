import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { BulletinKind, BulletinRole } from 'grid-data';

export type BulletinRecord = {
  id: string;
  kind: BulletinKind;
  title: string;
  text: string;
  areaCode: string;
  areaName: string;
  roles: BulletinRole[];
  dueAt: Date | null;
  issuedById: string;
  issuedBy: string;
  issuedAt: Date;
  endedAt: Date | null;
  /** By the viewer. */
  readAt: Date | null;
};

const columns = (viewer: Viewer): Statement => sql`b.id::text as id, b.kind, b.title, b.text,
  b.area_code as "areaCode", b.area_name as "areaName", b.roles, b.due_at as "dueAt",
  b.issued_by::text as "issuedById", b.issued_by_name as "issuedBy", b.issued_at as "issuedAt",
  b.ended_at as "endedAt", (select r.read_at from bulletin_receipts r
    where r.bulletin_id = b.id and r.user_id = ${viewer.userId}::uuid) as "readAt"`;

/** Whom a bulletin is for: by role, in its area or below. */
const addressed = (viewer: Viewer): Statement =>
  sql`(starts_with(${viewer.areaCode}, b.area_code) and ${viewer.role} = any(b.roles))`;

/** What lies in the viewer's scope, and what comes from above. */
const inReach = (viewer: Viewer): Statement =>
  sql`(${withinScope(viewer, 'b.area_code')} or starts_with(${viewer.scopePrefix}, b.area_code))`;

export function bulletinsTo(db: Reading, viewer: Viewer, first: number) {
  return db.query<BulletinRecord>(sql`-- What is said to this person now?
    select ${columns(viewer)} from bulletins b
    where b.ended_at is null and ${addressed(viewer)} and ${inReach(viewer)}
    order by b.issued_at desc, b.id limit ${first}`);
}

export function bulletinsInReach(
  db: Reading,
  viewer: Viewer,
  { kind, first }: { kind: BulletinKind | null; first: number },
) {
  const conditions = [inReach(viewer)];
  if (kind !== null) conditions.push(sql`b.kind = ${kind}`);
  return db.query<BulletinRecord>(sql`-- What was said to the field, newest first?
    select ${columns(viewer)} from bulletins b where ${joinSql(conditions, ' and ')}
    order by b.ended_at is not null, b.issued_at desc, b.id limit ${first}`);
}

export async function bulletinById(
  db: Reading,
  viewer: Viewer,
  { id, to }: { id: string; to: 'viewer' | 'anybody' },
): Promise<BulletinRecord | null> {
  const [row] = await db.query<BulletinRecord>(sql`-- Which bulletin is this?
    select ${columns(viewer)} from bulletins b where b.id = ${id}::uuid and ${inReach(viewer)}
      and ${to === 'viewer' ? addressed(viewer) : sql`true`}`);
  return row ?? null;
}

export async function insertBulletin(
  db: Reading,
  made: Omit<BulletinRecord, 'endedAt' | 'readAt'>,
): Promise<void> {
  const { id, kind, title, text, areaCode, areaName, roles, dueAt } = made;
  await db.query(sql`-- What is said to the field?
    insert into bulletins (id, kind, area_code, area_name, roles, title, text, due_at, issued_by,
      issued_by_name, issued_at)
    values (${id}, ${kind}, ${areaCode}, ${areaName}, ${roles}::text[], ${title}, ${text}, ${dueAt},
      ${made.issuedById}, ${made.issuedBy}, ${made.issuedAt})`);
}

export async function endBulletin(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Is it ended only now?
    update bulletins b set ended_at = ${at}, ended_by_name = ${viewer.displayName}
    where b.id = ${id}::uuid and b.ended_at is null and ${withinScope(viewer, 'b.area_code')}
    returning b.id`);
  return rows.length > 0;
}

/** Whether it was read for the first time. */
export async function insertReceipt(
  db: Reading,
  viewer: Viewer,
  { id, readAt }: { id: string; readAt: Date },
): Promise<boolean> {
  const rows = await db.query(sql`-- Has this person read it?
    insert into bulletin_receipts (bulletin_id, user_id, area_code, read_at)
    values (${id}::uuid, ${viewer.userId}::uuid, ${viewer.areaCode}, ${readAt})
    on conflict (bulletin_id, user_id) do nothing returning bulletin_id`);
  return rows.length > 0;
}

export type BulletinAnswerRecord = {
  id: string;
  bulletinId: string;
  by: string;
  areaCode: string;
  finding: string | null;
  text: string | null;
  longitude: number | null;
  latitude: number | null;
  answeredAt: Date;
};

type NewAnswer = Omit<BulletinAnswerRecord, 'by' | 'areaCode'> & { takenAt: Date };

export async function insertAnswer(db: Reading, viewer: Viewer, answer: NewAnswer): Promise<void> {
  const { longitude, latitude } = answer;
  await db.query(sql`-- What does this person say to it?
    insert into bulletin_answers (id, bulletin_id, user_id, user_name, area_code, finding, text, position,
      answered_at, taken_at)
    values (${answer.id}, ${answer.bulletinId}, ${viewer.userId}, ${viewer.displayName}, ${viewer.areaCode},
      ${answer.finding}, ${answer.text}, ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4490),
      ${answer.answeredAt}, ${answer.takenAt})`);
}

export function answersTo(
  db: Reading,
  viewer: Viewer,
  { ids, of }: { ids: readonly string[]; of: 'viewer' | 'all' | { answerId: string } },
) {
  const whose =
    of === 'all'
      ? sql`true`
      : of === 'viewer'
        ? sql`a.user_id = ${viewer.userId}::uuid`
        : sql`a.id = ${of.answerId}::uuid`;
  return db.query<BulletinAnswerRecord>(sql`-- What was answered, oldest first?
    select * from (select a.id::text as id, a.bulletin_id::text as "bulletinId", a.user_name as by,
      a.area_code as "areaCode", a.finding, a.text, ST_X(a.position) as longitude,
      ST_Y(a.position) as latitude, a.answered_at as "answeredAt",
      row_number() over (partition by a.bulletin_id order by a.answered_at desc, a.id) as place
    from bulletin_answers a where a.bulletin_id = any(${ids}::uuid[])
      and ${whose} and ${withinScope(viewer, 'a.area_code')}) as answers
    where place <= 200 order by "answeredAt", id`);
}

export type RecipientRecord = {
  userId: string;
  displayName: string;
  role: string;
  areaCode: string;
  areaName: string;
  readAt: Date | null;
  answeredAt: Date | null;
};

/** Whom it is for today, and whoever read it or answered before moving on. */
export function recipientsOf(
  db: Reading,
  viewer: Viewer,
  { id, areaCode, roles }: Pick<BulletinRecord, 'id' | 'areaCode' | 'roles'>,
) {
  return db.query<RecipientRecord>(sql`-- Who has read it, and who has not?
    with receipts as (select r.user_id, r.read_at from bulletin_receipts r
        where r.bulletin_id = ${id}::uuid and ${withinScope(viewer, 'r.area_code')}),
      answers as (select a.user_id, max(a.answered_at) as answered_at from bulletin_answers a
        where a.bulletin_id = ${id}::uuid and ${withinScope(viewer, 'a.area_code')} group by a.user_id)
    select u.id::text as "userId", u.display_name as "displayName", u.role, u.area_code as "areaCode",
      areas.name as "areaName", r.read_at as "readAt", a.answered_at as "answeredAt"
    from users u join areas on areas.code = u.area_code
      left join receipts r on r.user_id = u.id left join answers a on a.user_id = u.id
    where ${withinScope(viewer, 'u.area_code')} and (r.user_id is not null or a.user_id is not null
      or (u.closed_at is null and u.role = any(${roles}::text[]) and ${codesWithin(areaCode, 'u.area_code')}))
    order by r.read_at is not null, a.answered_at is not null, u.area_code, u.display_name limit 500`);
}

export type CountsRecord = { id: string; addressed: number; read: number; answered: number };

/** Of the viewer's scope, each over the same persons as the list of recipients. */
export function countsOf(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<CountsRecord>(sql`-- How many have read these, and how many answered?
    with said as (select b.id, b.area_code, b.roles from bulletins b
        where b.id = any(${ids}::uuid[]) and ${inReach(viewer)}),
      receipts as (select r.bulletin_id, r.user_id from bulletin_receipts r
        where r.bulletin_id = any(${ids}::uuid[]) and ${withinScope(viewer, 'r.area_code')}),
      answers as (select distinct a.bulletin_id, a.user_id from bulletin_answers a
        where a.bulletin_id = any(${ids}::uuid[]) and ${withinScope(viewer, 'a.area_code')}),
      people as (select said.id, u.id as user_id from said join users u
          on (u.closed_at is null and u.role = any(said.roles) and starts_with(u.area_code, said.area_code))
            or exists (select 1 from receipts r where r.bulletin_id = said.id and r.user_id = u.id)
        where ${withinScope(viewer, 'u.area_code')})
    select people.id::text as id, count(*)::integer as addressed, count(r.user_id)::integer as read,
      count(a.user_id)::integer as answered
    from people left join receipts r on r.bulletin_id = people.id and r.user_id = people.user_id
      left join answers a on a.bulletin_id = people.id and a.user_id = people.user_id
    group by people.id`);
}
