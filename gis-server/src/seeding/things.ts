/** City components, places, cameras and units. */
import type { Database } from '#database/transaction.ts';
import type { CameraRow, CityComponentRow, DemoCity } from 'grid-data/generate';
import { demoPlatformIds } from './demo-platforms.ts';
import { insertRows } from './insert-rows.ts';
import { lineText, pointText } from './shape-text.ts';

export function seedCityComponents(
  database: Database,
  city: DemoCity,
  onProgress: (count: number) => void,
): Promise<number> {
  return insertRows(database, cityComponentTable, componentRows(city.cityComponents), onProgress);
}

const cityComponentTable = {
  name: 'city_components',
  columns: [
    ['code', 'text'],
    ['class_code', 'text'],
    ['name', 'text'],
    ['area_code', 'text'],
    ['unit_grid_code', 'text'],
    ['state', 'text'],
    ['competent_department', 'text'],
    ['owner_department', 'text'],
    ['maintain_department', 'text'],
    ['initial_date', 'date'],
    ['change_date', 'date'],
    ['data_source', 'text'],
    ['address', 'text'],
    ['position', 'geometry'],
  ],
} as const;

function* componentRows(components: Iterable<CityComponentRow>) {
  for (const one of components) {
    yield {
      code: one.code16,
      class_code: one.classCode,
      name: one.name,
      area_code: one.areaCode,
      unit_grid_code: one.unitGridCode,
      state: one.state,
      competent_department: one.competentDepartment,
      owner_department: one.ownerDepartment,
      maintain_department: one.maintainDepartment,
      initial_date: one.initialDate,
      change_date: one.changeDate,
      data_source: one.dataSource,
      address: one.address,
      position: pointText(one.longitude, one.latitude),
    };
  }
}

export async function seedPlacesAndUnits(database: Database, city: DemoCity): Promise<void> {
  await insertRows(
    database,
    {
      name: 'places',
      columns: [
        ['id', 'text'],
        ['name', 'text'],
        ['kind', 'text'],
        ['address', 'text'],
        ['area_code', 'text'],
        ['position', 'geometry'],
        ['capacity', 'integer'],
      ],
    },
    city.places.map((place) => ({
      id: place.id,
      name: place.name,
      kind: place.kind,
      address: place.address,
      area_code: place.areaCode,
      position: pointText(place.longitude, place.latitude),
      capacity: place.capacity,
    })),
  );
  await insertRows(
    database,
    {
      name: 'units',
      columns: [
        ['id', 'text'],
        ['name', 'text'],
        ['kind', 'text'],
        ['call_sign', 'text'],
        ['department_code', 'text'],
        ['area_code', 'text'],
        ['beat', 'geometry'],
        ['home', 'geometry'],
      ],
    },
    city.units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      call_sign: unit.callSign,
      department_code: unit.departmentCode,
      area_code: unit.areaCode,
      beat: lineText(unit.beat),
      home: pointText(...unit.home),
    })),
  );
}

export async function seedCameras(database: Database, city: DemoCity, now: Date): Promise<void> {
  await insertRows(
    database,
    {
      name: 'cameras',
      columns: [
        ['id', 'text'],
        ['name', 'text'],
        ['kind', 'text'],
        ['platform_id', 'text'],
        ['platform_camera_id', 'text'],
        ['direct_url', 'text'],
        ['gb_code', 'text'],
        ['area_code', 'text'],
        ['position', 'geometry'],
        ['bearing_deg', 'double precision'],
        ['width_deg', 'double precision'],
        ['range_meters', 'double precision'],
        ['height_meters', 'double precision'],
        ['state', 'text'],
        ['state_since', 'timestamptz'],
        ['owner', 'text'],
        ['place_class', 'text'],
        ['purposes', 'text[]'],
        ['notice_posted', 'boolean'],
        ['filing_no', 'text'],
        ['address', 'text'],
        ['illustrative', 'boolean'],
        ['surveyed_at', 'timestamptz'],
      ],
    },
    city.cameras.map((camera) => cameraRow(camera, now)),
  );
}

function cameraRow(camera: CameraRow, now: Date) {
  const pushes = camera.kind === 'mobile';
  return {
    id: camera.id,
    name: camera.name,
    kind: camera.kind,
    platform_id: pushes ? null : demoPlatformIds[camera.platform],
    platform_camera_id: pushes ? null : camera.platformCameraId,
    // `ingest` is the gateway's own RTMP door, wherever it listens.
    direct_url: pushes ? `rtmp://ingest/live/${camera.id}` : null,
    gb_code: camera.gbCode,
    area_code: camera.areaCode,
    position: pointText(camera.longitude, camera.latitude),
    bearing_deg: camera.bearingDeg,
    width_deg: camera.widthDeg,
    range_meters: camera.rangeMeters,
    height_meters: camera.heightMeters,
    state: camera.state,
    state_since: now.toISOString(),
    owner: camera.owner,
    place_class: camera.placeClass,
    purposes: camera.purposes,
    notice_posted: camera.noticePosted,
    filing_no: camera.filingNo,
    address: camera.address,
    illustrative: camera.clip === null,
    surveyed_at: camera.bearingDeg === null ? null : now.toISOString(),
  };
}
