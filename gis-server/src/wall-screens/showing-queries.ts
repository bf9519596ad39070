import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { WallMotion } from 'grid-data';
import type { WallShowingRecord } from './wall-records.ts';

/** What was replaced longer ago is found in the journal. */
const keptShowings = 20;

const columns = sql`s.screen_id as "screenId", s.version, s.area_code as "areaCode", s.content,
  s.scene_id as "sceneId", s.scene_name as "sceneName", s.motions, s.shown_by_name as "shownByName",
  s.shown_at as "shownAt", s.cause`;

export function currentShowings(db: Reading, viewer: Viewer, screenIds: readonly string[]) {
  return db.query<WallShowingRecord>(sql`-- What do these screens show now?
    select distinct on (s.screen_id) ${columns} from wall_showings s
    where s.screen_id = any(${screenIds}::uuid[]) and ${withinScope(viewer, 's.area_code')}
    order by s.screen_id, s.version desc`);
}

export function earlierShowings(
  db: Reading,
  viewer: Viewer,
  { screenId, first }: { screenId: string; first: number },
) {
  return db.query<WallShowingRecord>(sql`-- What did the screen show before?
    select ${columns} from wall_showings s
    where s.screen_id = ${screenId} and ${withinScope(viewer, 's.area_code')}
    order by s.version desc limit ${first} offset 1`);
}

export async function insertShowing(db: Reading, viewer: Viewer, showing: WallShowingRecord) {
  const { screenId, version, areaCode, content, sceneId, sceneName, motions, cause } = showing;
  await db.query(sql`-- What the screen shows from now on
    insert into wall_showings (screen_id, version, area_code, content, scene_id, scene_name, motions,
      shown_by_name, shown_at, cause)
    values (${screenId}, ${version}, ${areaCode}, ${JSON.stringify(content)}::jsonb, ${sceneId}, ${sceneName},
      ${JSON.stringify(motions)}::jsonb, ${showing.shownByName}, ${showing.shownAt},
      ${JSON.stringify(cause)}::jsonb)`);
  await db.query(sql`-- Which showings lie too far back to be put up again from here?
    delete from wall_showings s where s.screen_id = ${screenId} and s.version <= ${version - keptShowings}
      and ${withinScope(viewer, 's.area_code')}`);
}

export async function setMotion(
  db: Reading,
  viewer: Viewer,
  { showing, tileId, motion }: { showing: WallShowingRecord; tileId: string; motion: WallMotion },
): Promise<void> {
  const { screenId, version } = showing;
  await db.query(sql`-- How does this map move from now on?
    update wall_showings s set motions = s.motions || ${JSON.stringify({ [tileId]: motion })}::jsonb
    where s.screen_id = ${screenId} and s.version = ${version} and ${withinScope(viewer, 's.area_code')}`);
}
