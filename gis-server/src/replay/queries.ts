import { codesWithin, withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { visibleKinds } from '#journal/visibility.ts';

export type Stretch = { areaCode: string; from: Date; to: Date };

/** Of more no page could draw; `cut` says so. */
export const mostRows = {
  incidents: 20_000,
  cameras: 5_000,
  units: 30_000,
  duty: 500,
  acts: 5_000,
  wall: 2_000,
  plots: 5_000,
};

/** A half-open span of a row meets the stretch; both ends of the stretch count. */
export const meets = ({ from, to }: Stretch): Statement =>
  sql`tstzrange(from_at, to_at) && tstzrange(${from}, ${to}, '[]')`;

export type IncidentSpan = {
  id: string;
  classCode: string;
  title: string;
  grade: number;
  state: string;
  acknowledged: boolean;
  dueAt: Date | null;
  longitude: number;
  latitude: number;
  fromAt: Date;
  toAt: Date | null;
};

export function incidentSpans(db: Reading, viewer: Viewer, stretch: Stretch) {
  return db.query<IncidentSpan>(sql`-- Which cases stood open then, and how?
    select s.incident_id::text as id, s.class_code as "classCode", s.title, s.grade, s.state, s.acknowledged,
      s.due_at as "dueAt", ST_X(s.position) as longitude, ST_Y(s.position) as latitude,
      s.from_at as "fromAt", s.to_at as "toAt"
    from incident_spans s
    where ${meets(stretch)} and ${codesWithin(stretch.areaCode, 's.area_code')}
      and ${withinCaseScope(viewer, 's.area_code', 's.department_code')}
    order by s.from_seq limit ${mostRows.incidents + 1}`);
}

export type CameraSpan = {
  id: string;
  state: string;
  health: string | null;
  longitude: number;
  latitude: number;
  fromAt: Date;
  toAt: Date | null;
};

export function cameraSpans(db: Reading, viewer: Viewer, stretch: Stretch) {
  const { areaCode, from, to } = stretch;
  return db.query<CameraSpan>(sql`-- Which cameras were not well then, by the rounds that looked?
    select s.camera_id as id, s.state, s.health, ST_X(c.position) as longitude, ST_Y(c.position) as latitude,
      s.from_at as "fromAt", s.to_at as "toAt"
    from camera_condition_spans s join cameras c on c.id = s.camera_id
    where s.from_at <= ${to} and (s.to_at is null or s.to_at > ${from})
      and (s.state <> 'online' or coalesce(s.health, 'live') <> 'live')
      and ${codesWithin(areaCode, 's.area_code')} and ${withinScope(viewer, 's.area_code')}
    order by s.from_at, s.camera_id limit ${mostRows.cameras + 1}`);
}

export type UnitPoint = {
  id: string;
  name: string;
  kind: string;
  longitude: number;
  latitude: number;
  headingDeg: number | null;
  at: Date;
};

/** One point of a unit is enough for so long that the eye sees it move. */
const leastStepMs = 10_000;
/** Heard of longer ago, a unit may be anywhere. */
const heardBeforeMs = 10 * 60_000;

export function unitPoints(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  const stepMs = Math.max(leastStepMs, (to.getTime() - from.getTime()) / 720);
  const heardFrom = new Date(from.getTime() - heardBeforeMs);
  return db.query<UnitPoint>(sql`-- Where were units heard of, once in each step of time?
    select distinct on (step, id) id, name, kind, longitude, latitude, "headingDeg", at
    from (
      select t.unit_id as id, coalesce(u.call_sign, u.name) as name, u.kind, t.longitude, t.latitude,
        t.heading_deg as "headingDeg", t.at,
        floor(extract(epoch from t.at) * 1000 / ${stepMs}::double precision) as step
      from unit_tracks t join units u on u.id = t.unit_id
      where t.at between ${heardFrom} and ${to}
        and ${codesWithin(areaCode, 't.area_code')} and ${withinScope(viewer, 't.area_code')}
    ) as heard
    order by step, id, at desc limit ${mostRows.units + 1}`);
}

export type DutySpan = { id: string; name: string; post: string; fromAt: Date; toAt: Date | null };

/** Nobody stays on duty longer without signing in anew. */
const longestDutyMs = 36 * 3_600_000;

export function dutySpans(db: Reading, viewer: Viewer, stretch: Stretch) {
  const { areaCode, from, to } = stretch;
  const signedInFrom = new Date(from.getTime() - longestDutyMs);
  return db.query<DutySpan>(sql`-- Who was signed in for duty then?
    select * from (
      select subject_id as id, payload ->> 'displayName' as name, payload ->> 'post' as post, kind,
        at as "fromAt", lead(at) over (partition by area_code, payload ->> 'post' order by seq) as "toAt"
      from journal
      where kind in ('duty.signed-in', 'duty.signed-out') and at between ${signedInFrom} and ${to}
        and ${codesWithin(areaCode, 'area_code')} and ${withinScope(viewer, 'area_code')}
    ) as signed
    where kind = 'duty.signed-in' and ("toAt" is null or "toAt" > ${from})
    order by "fromAt" limit ${mostRows.duty + 1}`);
}

export type Act = {
  seq: number;
  at: Date;
  kind: string;
  actorName: string | null;
  subjectKind: string;
  subjectId: string;
};

export function acts(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  // Kinds that this version does not know are for those who may read them all.
  const seen = viewer.permissions.has('audit.read')
    ? sql`true`
    : sql`kind = any(${visibleKinds(viewer)})`;
  return db.query<Act>(sql`-- What was done then, whatever its kind?
    select seq, at, kind, actor_name as "actorName", subject_kind as "subjectKind", subject_id as "subjectId"
    from journal
    where at between ${from} and ${to} and ${seen}
      and ${codesWithin(areaCode, 'area_code')} and ${withinScope(viewer, 'area_code')}
    order by at, seq limit ${mostRows.acts + 1}`);
}
