import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { LonLat } from 'grid-data';

export type RoadRow = { id: string; name: string | null; line: LonLat[] };

export function roadsOf(db: Reading, viewer: Viewer, areaCode: string): Promise<RoadRow[]> {
  return db.query<RoadRow>(sql`-- Which roads pass through this area?
    select b.id::text as id, b.name, ST_AsGeoJSON(b.geometry, 7)::json -> 'coordinates' as line
    from areas a join base_features b on b.layer = 'road' and b.geometry && a.outline
      and ST_Intersects(b.geometry, a.outline)
    where a.code = ${areaCode} and ${withinScope(viewer, 'a.code')} and GeometryType(b.geometry) = 'LINESTRING'
    order by b.id`);
}

/** A place asked about; the number is its place in the question. */
export type AskedPlace = { i: number; longitude: number; latitude: number };
export type SeenPlace = { i: number; areaCode: string; cameraIds: string[] | null };

/** Places outside the area are left out of the answer. */
export function whoSees(
  db: Reading,
  viewer: Viewer,
  { areaCode, places }: { areaCode: string; places: readonly AskedPlace[] },
): Promise<SeenPlace[]> {
  return db.query<SeenPlace>(sql`-- In which part of the area do these places lie, and which cameras see them?
    with parts as (
      select a.code, a.outline from areas a
      where ${withinScope(viewer, 'a.code')} and (a.parent_code = ${areaCode} or (a.code = ${areaCode} and not exists (
        select from areas below where below.parent_code = a.code and ${withinScope(viewer, 'below.code')}))))
    select asked.i, parts.code as "areaCode", (
      select array_agg(s.camera_id) from camera_sights s join cameras c on c.id = s.camera_id
      where s.reach && asked.place and ST_Intersects(s.seen, asked.place) and c.gone_at is null
        and ${withinScope(viewer, 's.area_code')} and ${withinScope(viewer, 'c.area_code')}) as "cameraIds"
    from (select p.i, ST_SetSRID(ST_MakePoint(p.longitude, p.latitude), 4490) as place
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(i int, longitude float8, latitude float8)) asked
    join parts on parts.outline && asked.place and ST_Intersects(parts.outline, asked.place)`);
}

export type KeyPlaceRow = {
  id: string;
  name: string;
  kind: string;
  address: string | null;
  areaCode: string;
  capacity: number | null;
  longitude: number;
  latitude: number;
};

export function keyPlaces(db: Reading, viewer: Viewer, areaCode: string): Promise<KeyPlaceRow[]> {
  return db.query<KeyPlaceRow>(sql`-- Which key places (no door plates) lie in this area?
    select p.id, p.name, p.kind, p.address, p.area_code as "areaCode", p.capacity, ST_X(p.position) as longitude,
      ST_Y(p.position) as latitude
    from places p join areas a on a.code = ${areaCode} and p.position && a.outline
      and ST_Intersects(a.outline, p.position)
    where p.kind <> 'door-plate' and ${withinScope(viewer, 'p.area_code')} and ${withinScope(viewer, 'a.code')}
    order by p.id`);
}

export async function onlineAmong(
  db: Reading,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>(sql`-- Which of these cameras are online now?
    select c.id from cameras c
    where c.id = any(${[...ids]}) and c.state = 'online' and ${withinScope(viewer, 'c.area_code')}`);
  return new Set(rows.map(({ id }) => id));
}

export async function camerasWithoutSight(db: Reading, viewer: Viewer, areaCode: string) {
  const rows = await db.query<{
    count: number;
  }>(sql`-- Of how many cameras of this area could no sight be worked out?
    select count(*)::int as count from cameras c left join camera_sights s on s.camera_id = c.id
    where c.area_code >= ${areaCode} and c.area_code < ${`${areaCode}:`} and c.gone_at is null and s.seen is null
      and ${withinScope(viewer, 'c.area_code')}`);
  return rows[0]?.count ?? 0;
}

export type StateSpan = { cameraId: string; online: boolean; fromAt: Date; toAt: Date | null };

export function spansSince(
  db: Reading,
  viewer: Viewer,
  { ids, since }: { ids: readonly string[]; since: Date },
): Promise<StateSpan[]> {
  return db.query<StateSpan>(sql`-- From when to when were these cameras online, and when not?
    select s.camera_id as "cameraId", s.state = 'online' as online, s.from_at as "fromAt", s.to_at as "toAt"
    from camera_condition_spans s
    where s.camera_id = any(${[...ids]}) and (s.to_at is null or s.to_at > ${since})
      and s.state <> 'unknown' and ${withinScope(viewer, 's.area_code')}`);
}
