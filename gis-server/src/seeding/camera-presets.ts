/** Where the presets of the demo's cameras look, as a survey would have measured them. */
import type { Database } from '#database/transaction.ts';
import { canTurn, headBearing } from 'grid-data';
import { headPresets, type DemoCity } from 'grid-data/generate';
import { insertRows } from './insert-rows.ts';

export async function seedCameraPresets(
  database: Database,
  city: DemoCity,
  now: Date,
): Promise<void> {
  const rows = city.cameras.flatMap(({ id, areaCode, kind, bearingDeg }) => {
    if (!canTurn(kind) || bearingDeg === null) return [];
    return headPresets.map(({ number, name, pose }) => ({
      camera_id: id,
      area_code: areaCode,
      number,
      name,
      bearing_deg: headBearing(bearingDeg, pose),
      tilt_deg: pose.tiltDeg,
      zoom: pose.zoom,
      saved_at: now.toISOString(),
    }));
  });
  await insertRows(
    database,
    {
      name: 'camera_presets',
      columns: [
        ['camera_id', 'text'],
        ['area_code', 'text'],
        ['number', 'integer'],
        ['name', 'text'],
        ['bearing_deg', 'double precision'],
        ['tilt_deg', 'double precision'],
        ['zoom', 'double precision'],
        ['saved_at', 'timestamptz'],
      ],
    },
    rows,
  );
}
