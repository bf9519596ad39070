import { sql } from '#database/sql.ts';
import type { Reading, Writing } from '#database/transaction.ts';
import {
  faultyHealths,
  platformListReason,
  type CameraHealth,
  type CameraKind,
  type CameraState,
} from 'grid-data';

/** A camera as its platform lists it, with its place in our datum; without one where the platform gives none. */
export type ListedCamera = {
  platformCameraId: string;
  name: string;
  gbCode: string | null;
  kind: CameraKind;
  state: CameraState;
  longitude: number | null;
  latitude: number | null;
};

export type KnownCamera = {
  id: string;
  platformCameraId: string;
  name: string;
  gbCode: string | null;
  areaCode: string;
  state: CameraState;
  stateReason: string | null;
  /** When a pull last told how it is. */
  checkedAt: Date | null;
  isGone: boolean;
  isSurveyed: boolean;
  longitude: number;
  latitude: number;
};

/** Held until the end of the transaction, so that no survey is written in between. */
export function knownCameras(
  tx: Writing,
  platformId: string,
  platformCameraIds: string[],
): Promise<KnownCamera[]> {
  return tx.query<KnownCamera>(sql`-- Which of these cameras do we know?
    select id, platform_camera_id as "platformCameraId", name, gb_code as "gbCode", area_code as "areaCode",
      state, state_reason as "stateReason", health_checked_at as "checkedAt", gone_at is not null as "isGone",
      surveyed_at is not null as "isSurveyed", ST_X(position) as longitude, ST_Y(position) as latitude
    from cameras where platform_id = ${platformId} and platform_camera_id = any(${platformCameraIds})
    order by id for update`);
}

export type NewCamera = ListedCamera & { id: string; grams: string[] };
export type AddedCamera = { id: string; name: string; areaCode: string };

/** Those that lie in one of the areas; the others wait for a place. */
export async function insertListed(
  tx: Writing,
  cameras: readonly NewCamera[],
  { platformId, owner, now }: { platformId: string; owner: string; now: Date },
): Promise<AddedCamera[]> {
  const rows = JSON.stringify(cameras);
  const added = await tx.query<AddedCamera>(
    sql`-- Cameras new on the platform: nothing filed yet, so no purpose opens them
    insert into cameras (id, name, kind, platform_id, platform_camera_id, gb_code, area_code, unit_grid_code,
      position, state, state_reason, state_since, owner, place_class, purposes)
    select listed.id, name, kind, ${platformId}, "platformCameraId", "gbCode", area.code,
      (select code from grid_cells where grid_system = 'unit' and ST_Covers(outline, spot) order by code limit 1),
      spot, state, ${platformListReason}, ${now}::timestamptz, ${owner}, 'street', '{}'::text[]
    from jsonb_to_recordset(${rows}::jsonb) as listed(id text, name text, kind text, "platformCameraId" text,
      "gbCode" text, state text, longitude float8, latitude float8)
    cross join lateral ST_SetSRID(ST_MakePoint(longitude, latitude), 4490) as spot
    cross join lateral (select code from areas where ST_Covers(outline, spot)
      order by length(code) desc, code limit 1) as area
    on conflict (id) do nothing
    returning id, name, area_code as "areaCode"`,
  );
  await tx.query(sql`-- By what are they found?
    insert into search_entries (kind, id, area_code, title, detail, grams, position)
    select 'camera', cameras.id, area_code, cameras.name, gb_code, grams, position
    from jsonb_to_recordset(${rows}::jsonb) as listed(id text, grams text[])
    join cameras on cameras.id = listed.id
    where listed.id = any(${added.map(({ id }) => id)})
    on conflict (kind, id) do nothing`);
  return added;
}

export type UnplacedCamera = Pick<ListedCamera, 'platformCameraId' | 'name' | 'gbCode'> & {
  reason: 'no-position' | 'outside';
};

/** In place of what the listing before left without a place: what has been surveyed or mended since is none any more. */
export async function replaceUnplaced(
  tx: Writing,
  platformId: string,
  cameras: readonly UnplacedCamera[],
): Promise<void> {
  await tx.query(sql`-- What of the listing before is gone?
    delete from unplaced_cameras where platform_id = ${platformId}`);
  await tx.query(sql`-- What does it list that stands nowhere?
    insert into unplaced_cameras (platform_id, platform_camera_id, area_code, name, gb_code, reason)
    select ${platformId}, "platformCameraId", '', name, "gbCode", reason
    from jsonb_to_recordset(${JSON.stringify(cameras)}::jsonb) as listed("platformCameraId" text, name text,
      "gbCode" text, reason text)`);
}

/** Without a state where the list does not change what is known of it, without a place where it has not moved. */
export type ChangedCamera = Omit<ListedCamera, 'platformCameraId' | 'kind' | 'state'> & {
  id: string;
  state: CameraState | null;
};
export type MovedCamera = { id: string; areaCode: string; longitude: number; latitude: number };

/** Answers those that stand elsewhere now. A place outside the city's areas is none: the camera stays where it was. */
export function updateListed(
  tx: Writing,
  cameras: readonly ChangedCamera[],
  now: Date,
): Promise<MovedCamera[]> {
  return tx.query<MovedCamera>(sql`-- What does the platform say of these cameras now?
    with changed as (
      select listed.*, area.code as area, case when area.code is not null then place end as place
      from jsonb_to_recordset(${JSON.stringify(cameras)}::jsonb) as listed(id text, name text, "gbCode" text,
        state text, longitude float8, latitude float8)
      join cameras before on before.id = listed.id
      cross join lateral ST_SetSRID(ST_MakePoint(longitude, latitude), 4490) as place
      left join lateral (select code from areas where ST_Covers(outline, place)
        order by code = before.area_code desc, length(code) desc, code limit 1) as area on true
    ), written as (
      update cameras set name = changed.name, gb_code = coalesce(gb_code, "gbCode"), gone_at = null,
        position = coalesce(place, position), area_code = coalesce(area, area_code),
        unit_grid_code = case when place is null then unit_grid_code else (select code from grid_cells
          where grid_system = 'unit' and ST_Covers(outline, place) order by code limit 1) end,
        state = coalesce(changed.state, cameras.state),
        state_reason = case when changed.state is null then state_reason else ${platformListReason} end,
        state_since = case when cameras.state = coalesce(changed.state, cameras.state) then state_since
          else ${now}::timestamptz end,
        health = case when changed.state = 'offline' then 'unreachable'
          when changed.state is not null and cameras.health = 'unreachable' then null else cameras.health end,
        health_reason = case when changed.state = 'offline' then 'camera-offline' else cameras.health_reason end,
        health_since = case when changed.state = 'offline' and cameras.health is distinct from 'unreachable'
          then ${now}::timestamptz else cameras.health_since end,
        version = version + 1
      from changed where cameras.id = changed.id
      returning cameras.id, area_code, position, place)
    select id, area_code as "areaCode", ST_X(position) as longitude, ST_Y(position) as latitude
    from written where place is not null order by id`);
}

export async function moveFound(tx: Writing, cameras: readonly MovedCamera[]): Promise<void> {
  await tx.query(sql`-- Where are they found now?
    update search_entries found set area_code = moved."areaCode",
      position = ST_SetSRID(ST_MakePoint(longitude, latitude), 4490)
    from jsonb_to_recordset(${JSON.stringify(cameras)}::jsonb) as moved(id text, "areaCode" text,
      longitude float8, latitude float8)
    where found.kind = 'camera' and found.id = moved.id`);
}

export type RenamedCamera = { id: string; name: string; grams: string[] };

/** By what it was called before it stays to be found: people know it by that for a long time. */
export async function renameFound(tx: Writing, cameras: readonly RenamedCamera[]): Promise<void> {
  await tx.query(sql`-- By what are they found now?
    update search_entries found set title = listed.name,
      grams = array(select distinct unnest(found.grams || listed.grams))
    from jsonb_to_recordset(${JSON.stringify(cameras)}::jsonb) as listed(id text, name text, grams text[])
    where found.kind = 'camera' and found.id = listed.id`);
}

export async function markGone(
  tx: Writing,
  { platformId, listed, now }: { platformId: string; listed: string[]; now: Date },
): Promise<void> {
  const gone = await tx.query<{ id: string; area_code: string }>(
    sql`-- Which cameras does the platform no longer list?
      update cameras set gone_at = ${now}, version = version + 1
      where platform_id = ${platformId} and gone_at is null and not platform_camera_id = any(${listed})
      returning id, area_code`,
  );
  for (const { id, area_code } of gone) {
    tx.record({
      kind: 'camera.gone',
      areaCode: area_code,
      subjectKind: 'camera',
      subjectId: id,
      payload: { platformId },
    });
  }
}

export type ToldState = {
  cameraId: string;
  state: CameraState;
  reason: string | null;
  health: CameraHealth | null;
  provisional: boolean;
  at: string;
};
export type StateChange = {
  id: string;
  areaCode: string;
  from: CameraState;
  to: CameraState;
  reason: string | null;
  fromHealth: CameraHealth | null;
  toHealth: CameraHealth | null;
  longitude: number;
  latitude: number;
};

/**
 * Writes what pulls showed, and answers what is new of it. Each camera once: the caller keeps its last word. A first
 * picture alone does not take back that the camera's pictures were found black, frozen or wrongly timed.
 */
export function changeStates(tx: Writing, told: readonly ToldState[]): Promise<StateChange[]> {
  return tx.query<StateChange>(sql`-- How do these cameras differ from what was known?
    with before as (
      select id, cameras.state as "from", told.state as "to", reason, at, cameras.health as "fromHealth",
        case when told.health is null or (provisional and cameras.health = any(${faultyHealths}))
          then cameras.health else told.health end as "toHealth"
      from cameras
      join jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told("cameraId" text, state text,
        reason text, health text, provisional boolean, at timestamptz) on "cameraId" = id
      order by id for update of cameras)
    update cameras set state = "to",
      state_reason = case when "from" = "to" then state_reason else reason end,
      state_since = case when "from" = "to" then state_since else at end,
      health = "toHealth",
      health_reason = case when "fromHealth" is not distinct from "toHealth" then health_reason else reason end,
      health_since = case when "fromHealth" is not distinct from "toHealth" then health_since else at end,
      health_checked_at = greatest(health_checked_at, at)
    from before where before.id = cameras.id
    returning cameras.id, area_code as "areaCode", "from", "to", reason, "fromHealth", "toHealth",
      ST_X(position) as longitude, ST_Y(position) as latitude`);
}

export type CameraToCheck = {
  id: string;
  platformId: string | null;
  platformCameraId: string | null;
  directUrl: string | null;
};

/** Of each platform those first that nobody has looked at for longest; what a platform lists as off is not tried. */
export function camerasToCheck(db: Reading, checkedBefore: string, limit: number) {
  return db.query<CameraToCheck>(sql`-- Which cameras has nobody looked at for long?
    select id, platform_id as "platformId", platform_camera_id as "platformCameraId", direct_url as "directUrl"
    from (
      select *, row_number() over (partition by platform_id order by health_checked_at nulls first, id) as turn
      from cameras where gone_at is null and (direct_url is not null or platform_camera_id is not null)
        and not (state = 'offline' and state_reason = ${platformListReason})
        and (health_checked_at is null or health_checked_at < ${checkedBefore}::timestamptz)
    ) waiting order by turn, platform_id limit ${limit}`);
}
