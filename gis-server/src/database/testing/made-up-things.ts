/** Cameras, classes and cases for tests, in the made-up county. */
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { firstLinkageRule } from 'grid-data';
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

/** A rule has fired for an incident; answers the firing's id. */
export async function insertFiring(
  database: Database,
  { incidentId, areaCode }: { incidentId: string; areaCode: string },
): Promise<string> {
  const id = randomUUID();
  const rule = randomUUID();
  const now = new Date('2026-05-04T00:00:00Z');
  await database.write(systemViewer(), async (tx) => {
    await tx.query(sql`-- A rule for a test, which is off
      insert into linkage_rules (id, area_code, name, rule, enabled, since_seq, changed_by, changed_at)
      values (${rule}, ${areaCode}, 'test', ${JSON.stringify(firstLinkageRule)}::jsonb, false, 0, 'test', ${now})`);
    await tx.query(sql`-- A firing for a test
      insert into linkage_firings (id, rule_id, rule_version, rule_name, rule_area_code, area_code, trigger_seq,
        trigger_kind, incident_id, title, grade, fired_at, told_at, last_seq, chain, effects, outcomes)
      values (${id}, ${rule}, 1, 'test', ${areaCode}, ${areaCode}, 1, 'incident.reported', ${incidentId}, 'test', 4, ${now}, ${now},
        1, '{}', '[]', '[]')`);
    await tx.query(sql`-- What set it off
      insert into linkage_triggers (rule_id, trigger_seq, firing_id, area_code, kind, subject_id, title, at)
      values (${rule}, 1, ${id}, ${areaCode}, 'incident.reported', ${incidentId}, 'test', ${now})`);
  });
  return id;
}
