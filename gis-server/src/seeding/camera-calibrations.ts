/** Which places the pictures of the demo's hero cameras show: known from how they were drawn. */
import type { Database } from '#database/transaction.ts';
import { canTurn } from 'grid-data';
import { pictureAspect, type DemoCity } from 'grid-data/generate';
import { insertRows } from './insert-rows.ts';
import { pointText } from './shape-text.ts';

export async function seedCameraCalibrations(
  database: Database,
  city: DemoCity,
  now: Date,
): Promise<void> {
  const rows = city.cameras.flatMap((camera) => {
    if (camera.calibration === null) return [];
    return {
      camera_id: camera.id,
      area_code: camera.areaCode,
      points: camera.calibration,
      aspect: pictureAspect,
      position: pointText(camera.longitude, camera.latitude),
      bearing_deg: camera.bearingDeg,
      width_deg: camera.widthDeg,
      height_meters: camera.heightMeters,
      home_preset: canTurn(camera.kind) ? 1 : null,
      calibrated_at: now.toISOString(),
      calibrated_by: '示意',
    };
  });
  await insertRows(
    database,
    {
      name: 'camera_calibrations',
      columns: [
        ['camera_id', 'text'],
        ['area_code', 'text'],
        ['points', 'jsonb'],
        ['aspect', 'double precision'],
        ['position', 'geometry'],
        ['bearing_deg', 'double precision'],
        ['width_deg', 'double precision'],
        ['height_meters', 'double precision'],
        ['home_preset', 'integer'],
        ['calibrated_at', 'timestamptz'],
        ['calibrated_by', 'text'],
      ],
    },
    rows,
  );
}
