/** A county that exists nowhere: two townships with two villages each, in squares side by side. */
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { permissionsOf, type Role } from 'grid-data';
import { randomUUID } from 'node:crypto';

export const madeUpCounty = '990101';
export const madeUpAreas = [
  { code: '990101', level: 'county', center: [10, 50] },
  { code: '990101001', level: 'township', center: [9.95, 50] },
  { code: '990101001001', level: 'village', center: [9.93, 50] },
  { code: '990101001002', level: 'village', center: [9.97, 50] },
  { code: '990101002', level: 'township', center: [10.05, 50] },
  { code: '990101002001', level: 'village', center: [10.03, 50] },
  { code: '990101002002', level: 'village', center: [10.07, 50] },
] as const;

export async function insertMadeUpCounty(database: Database): Promise<void> {
  await database.write(systemViewer(), async (tx) => {
    for (const { code, level, center } of madeUpAreas) {
      const half = { county: 0.1, township: 0.05, village: 0.02 }[level];
      await tx.query(sql`-- Where does this made-up area lie?
        insert into areas (code, name, level, parent_code, center, outline, illustrative, source)
        values (${code}, ${`area ${code}`}, ${level}, ${level === 'county' ? null : code.slice(0, -3)},
          ST_SetSRID(ST_MakePoint(${center[0]}, ${center[1]}), 4490),
          ST_Multi(ST_MakeEnvelope(${center[0] - half}, ${center[1] - half}, ${center[0] + half},
            ${center[1] + half}, 4490)), true, 'made up')`);
    }
  });
}

/** A viewer as a session would make it, without an account behind it. */
export function viewerAt(
  areaCode: string,
  role: Role = 'duty-officer',
  departmentCode: string | null = null,
): Viewer {
  return {
    userId: randomUUID(),
    sessionId: randomUUID(),
    name: `${role}-${areaCode}`,
    displayName: `${role} of ${areaCode}`,
    role,
    permissions: new Set(permissionsOf(role)),
    areaCode,
    departmentCode,
    scopePrefix: areaCode === madeUpCounty ? '' : areaCode,
  };
}
