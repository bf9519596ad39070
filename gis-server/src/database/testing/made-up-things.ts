/** Cameras, classes and cases for tests, in the made-up county. */
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { randomUUID } from 'node:crypto';

type CameraFacts = {
  id: string;
  areaCode?: string;
  purposes?: string[];
  state?: 'online' | 'offline' | 'unknown';
  stateReason?: string | null;
  platformCameraId?: string | null;
  directUrl?: string | null;
  surveyed?: boolean;
};

export async function insertCamera(database: Database, facts: CameraFacts): Promise<void> {
  const { id, areaCode = '990101001001', purposes = ['public-security'], state = 'online' } = facts;
  const { platformCameraId = id, directUrl = null, stateReason = null, surveyed = false } = facts;
  const now = new Date('2026-05-01T00:00:00Z');
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- A camera for a test
      insert into cameras (id, name, kind, platform_id, platform_camera_id, direct_url, area_code, position, state,
        state_reason, owner, place_class, purposes, surveyed_at)
      values (${id}, ${`camera ${id}`}, 'fixed', 'made-up-platform', ${platformCameraId}, ${directUrl},
        ${areaCode}, ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${state}, ${stateReason}, 'public-security',
        'street',
        ${purposes}, ${surveyed ? now : null})`),
  );
}

export async function insertIncident(
  database: Database,
  facts: { areaCode?: string; purposes: string[]; departmentCode?: string },
): Promise<string> {
  const id = randomUUID();
  const classCode = `T${id.slice(0, 8)}`;
  const now = new Date('2026-05-04T00:00:00Z');
  await database.write(systemViewer(), async (tx) => {
    await tx.query(sql`-- A class of cases for a test
      insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value, limit_unit,
        purposes)
      values (${classCode}, 'event', '试', 'test', 'event', 4, 1, 'work-day', ${facts.purposes})`);
    await tx.query(sql`-- A case for a test
      insert into incidents (id, class_code, title, state, grade, source, area_code, department_code,
        position, reported_at)
      values (${id}, ${classCode}, 'test', 'reported', 4, 'hotline', ${facts.areaCode ?? '990101001001'},
        ${facts.departmentCode ?? null},
        ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${now})`);
  });
  return id;
}
