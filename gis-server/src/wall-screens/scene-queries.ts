import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { WallContent } from 'grid-data';
import type { WallSceneRecord, WallScheduleRecord } from './wall-records.ts';

const columns = sql`c.id, c.name, c.area_code as "areaCode", c.draft, c.published,
  c.published_version as "publishedVersion", c.changed_by as "changedBy", c.changed_at as "changedAt", c.version`;

const scheduleColumns = sql`d.id, d.scene_id as "sceneId", d.area_code as "areaCode",
  d.minute_of_day as "minuteOfDay", d.days`;

export function scenes(db: Reading, viewer: Viewer) {
  return db.query<WallSceneRecord>(sql`-- Which scenes are there?
    select ${columns} from wall_scenes c
    where c.removed_at is null and ${withinScope(viewer, 'c.area_code')} order by c.name, c.id`);
}

export async function sceneById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<WallSceneRecord>(sql`-- Which scene is this?
    select ${columns} from wall_scenes c
    where c.id = ${id} and c.removed_at is null and ${withinScope(viewer, 'c.area_code')}`);
  return rows[0] ?? null;
}

export type SceneToSave = Pick<
  WallSceneRecord,
  'id' | 'name' | 'areaCode' | 'draft' | 'changedBy' | 'changedAt'
>;

export async function insertScene(db: Reading, scene: SceneToSave): Promise<void> {
  const { id, name, areaCode, draft, changedBy, changedAt } = scene;
  await db.query(sql`-- A new scene
    insert into wall_scenes (id, name, area_code, draft, changed_by, changed_at)
    values (${id}, ${name}, ${areaCode}, ${JSON.stringify(draft)}::jsonb, ${changedBy}, ${changedAt})`);
}

type SceneAt = { id: string; version: number };

/** False where somebody else changed it meanwhile. */
export async function updateScene(
  db: Reading,
  viewer: Viewer,
  scene: SceneToSave & SceneAt,
): Promise<boolean> {
  const { id, name, draft, changedBy, changedAt, version } = scene;
  const rows = await db.query(sql`-- Is the scene still as its editor saw it?
    update wall_scenes c set name = ${name}, draft = ${JSON.stringify(draft)}::jsonb,
      changed_by = ${changedBy}, changed_at = ${changedAt}, version = c.version + 1
    where c.id = ${id} and c.version = ${version} and c.removed_at is null
      and ${withinScope(viewer, 'c.area_code')}
    returning c.id`);
  return rows.length > 0;
}

export async function publishScene(
  db: Reading,
  viewer: Viewer,
  { id, version, content }: SceneAt & { content: WallContent },
): Promise<void> {
  await db.query(sql`-- What does a call of the scene show from now on?
    update wall_scenes c set published = ${JSON.stringify(content)}::jsonb, published_version = ${version}
    where c.id = ${id} and ${withinScope(viewer, 'c.area_code')}`);
}

export async function removeScene(
  db: Reading,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  await db.query(sql`-- When is the scene called by itself? Never again.
    delete from wall_schedules d where d.scene_id = ${id} and ${withinScope(viewer, 'd.area_code')}`);
  await db.query(sql`-- The scene goes
    update wall_scenes c set removed_at = ${at}
    where c.id = ${id} and ${withinScope(viewer, 'c.area_code')}`);
}

export function schedules(db: Reading, viewer: Viewer) {
  return db.query<WallScheduleRecord>(sql`-- Which scenes are called at which time of the day?
    select ${scheduleColumns} from wall_schedules d
    where ${withinScope(viewer, 'd.area_code')} order by d.minute_of_day, d.id`);
}

export async function insertSchedule(
  db: Reading,
  schedule: WallScheduleRecord & { madeBy: string },
): Promise<void> {
  const { id, sceneId, areaCode, minuteOfDay, days, madeBy } = schedule;
  await db.query(sql`-- A time at which the scene is called
    insert into wall_schedules (id, scene_id, area_code, minute_of_day, days, made_by)
    values (${id}, ${sceneId}, ${areaCode}, ${minuteOfDay}, ${days}::integer[], ${madeBy})`);
}

export async function deleteSchedule(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<WallScheduleRecord | null> {
  const rows = await db.query<WallScheduleRecord>(sql`-- Which time of which scene goes?
    delete from wall_schedules d where d.id = ${id} and ${withinScope(viewer, 'd.area_code')}
    returning ${scheduleColumns}`);
  return rows[0] ?? null;
}
