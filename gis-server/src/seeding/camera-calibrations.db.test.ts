import { systemViewer } from '#access/viewer.ts';
import { insertMadeUpCounty } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import type { CameraRow, DemoCity } from 'grid-data/generate';
import { expect, it } from 'vitest';
import { seedCameraCalibrations } from './camera-calibrations.ts';

const points = [
  { x: 0.1, y: 0.9, longitude: 9.9301, latitude: 50.0001 },
  { x: 0.9, y: 0.9, longitude: 9.9303, latitude: 50.0001 },
];

describeOnBothEngines('the demo’s calibrations', (db) => {
  it('are those of the cameras whose pictures were drawn, and hold from the start', async () => {
    await insertMadeUpCounty(db.database);
    for (const id of ['hero', 'other']) {
      await insertCamera(db.database, { id, areaCode: '990101001001' });
    }
    const pose = { longitude: 9.93, latitude: 50, bearingDeg: 10, widthDeg: 60, heightMeters: 6 };
    const common = { ...pose, areaCode: '990101001001', kind: 'fixed' };
    const cameras = [
      { ...common, id: 'hero', calibration: points },
      { ...common, id: 'other', calibration: null },
    ] as CameraRow[];
    await seedCameraCalibrations(db.database, { cameras } as DemoCity, db.clock.now());
    const rows = await db.database.inScope(systemViewer(), (reading) =>
      reading.query(sql`-- Whose pictures show which places?
        select camera_id, version, points, bearing_deg, home_preset from camera_calibrations`),
    );
    expect(rows).toEqual([
      { camera_id: 'hero', version: 1, points, bearing_deg: 10, home_preset: null },
    ]);
  });
});
