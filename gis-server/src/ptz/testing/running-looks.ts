/** Cameras that turn, and looks through them that run, as rows. */
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { randomUUID } from 'node:crypto';

export type HeadFacts = {
  id: string;
  kind?: string;
  areaCode?: string;
  platformId?: string | null;
  bearingDeg?: number | null;
  purposes?: string[];
  at?: readonly [longitude: number, latitude: number];
};

export async function insertHead(database: Database, facts: HeadFacts): Promise<void> {
  const { id, kind = 'ptz', areaCode = '990101001001', platformId = 'made-up' } = facts;
  const { bearingDeg = 90, purposes = ['public-security', 'emergency'], at = [9.93, 50] } = facts;
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- A camera that turns, for a test
      insert into cameras (id, name, kind, platform_id, platform_camera_id, area_code, position, bearing_deg, width_deg,
        range_meters, height_meters, state, owner, place_class, purposes)
      values (${id}, ${`camera ${id}`}, ${kind}, ${platformId}, ${`p-${id}`}, ${areaCode},
        ST_SetSRID(ST_MakePoint(${at[0]}, ${at[1]}), 4490), ${bearingDeg}, 60, 300, 10, 'online', 'public-security',
        'street', ${purposes})`),
  );
}

export async function insertLook(
  database: Database,
  viewer: Viewer,
  { cameraId, purpose = 'public-security' }: { cameraId: string; purpose?: string },
): Promise<string> {
  const viewId = randomUUID();
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- A look that runs, for a test
      insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, profile,
        requested_at, opened_at)
      select ${viewId}, id, area_code, ${viewer.userId}, ${viewer.sessionId}, ${viewer.userId}, ${purpose}, 'main',
        now(), now() from cameras where id = ${cameraId}`),
  );
  return viewId;
}
