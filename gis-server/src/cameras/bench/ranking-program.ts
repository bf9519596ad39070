/**
 * The ranking of cameras for a place at the size of a large city, for a bench: fills the empty database that
 * DATABASE_URL names, then prints one line of JSON: milliseconds of each question by ours and by a plain statement.
 */
import { createAreaService } from '#areas/service.ts';
import { Duties } from '#access/duties.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { migrate } from '#database/migrate.ts';
import { openPool } from '#database/pool.ts';
import { sql } from '#database/sql.ts';
import { Database } from '#database/transaction.ts';
import { computeSight, knownBuilding } from '#sight-lines/compute-sight.ts';
import { saveSights } from '#sight-lines/sight-queries.ts';
import type { ComputedSight, SightCamera } from '#sight-lines/sight-job.ts';
import { boxSql } from '#within/within-statement.ts';
import { envelopeAround } from '#within/within.ts';
import { systemClock, pointAt, type CameraKind, type LonLat } from 'grid-data';
import { createCameraService } from '../service.ts';

const countyCode = '990101';
const middle: LonLat = [111.67, 27.69];
const cameraCount = Number(process.env['CAMERAS'] ?? 20_000);
const questions = Number(process.env['QUESTIONS'] ?? 200);
const purpose = 'city-management';
/** Sights are worked out for so many surroundings; the others stand in the like of one of them. */
const surroundings = 120;
const radiusMeters = 3_000;

const pool = await openPool(process.env['DATABASE_URL'] ?? '');
await migrate(pool);
const database = new Database(pool, systemClock);
const viewer: Viewer = {
  ...systemViewer(),
  role: 'duty-officer',
  areaCode: countyCode,
  permissions: new Set(['map.read', 'camera.view']),
};

const random = seeded(4313);
await fill();
const service = createCameraService({
  database,
  areas: createAreaService(database),
  duties: new Duties({ database, clock: systemClock }),
});
const ours: number[] = [];
const plain: number[] = [];
let offered = 0;
for (let i = -10; i < questions; i += 1) {
  const [longitude, latitude] = somewhere();
  const position = { longitude, latitude };
  const begun = performance.now();
  const [ranked] = await service.forEach(viewer, [
    { position, ground: { kind: 'incident', purposes: [purpose] } },
  ]);
  const answered = performance.now();
  await plainStatement(longitude, latitude);
  if (i < 0) continue;
  offered += ranked!.length;
  ours.push(answered - begun);
  plain.push(performance.now() - answered);
}
console.log(JSON.stringify({ ours, plain, cameraCount, offered: offered / questions }));
await database.close();

/** By distance and by the uncut cone: what one statement of PostGIS can say, blind to houses and hills. */
function plainStatement(longitude: number, latitude: number) {
  const box = boxSql(envelopeAround([[longitude, latitude]], radiusMeters));
  return database.inScope(viewer, (db) =>
    db.query(sql`-- Which cameras have this place within range and width, by the ellipsoid?
      select c.id, ST_Distance(c.position::geography, p.place::geography) as meters,
        abs(((degrees(ST_Azimuth(c.position::geography, p.place::geography)) - c.bearing_deg + 540)::numeric % 360) - 180)
          <= c.width_deg / 2 as sees
      from cameras c, (select ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4490) as place) p
      where c.position && ${box} and ST_DWithin(c.position::geography, p.place::geography, ${radiusMeters}) and c.gone_at is null
      order by sees desc, meters limit 60`),
  );
}

async function fill(): Promise<void> {
  const cameras = Array.from({ length: cameraCount }, (_, i) => aCamera(i));
  const kinds = ['fixed', 'high-point'] as const;
  const templates = new Map(
    kinds.map((kind) => [kind, Array.from({ length: surroundings / 2 }, () => aSight(kind))]),
  );
  await database.write(systemViewer(), async (tx) => {
    await tx.query(sql`-- A county around everything
      insert into areas (code, name, level, center, outline) values (${countyCode}, 'county', 'county',
        ST_SetSRID(ST_MakePoint(${middle[0]}, ${middle[1]}), 4490),
        ST_Multi(ST_MakeEnvelope(111, 27, 112.4, 28.4, 4490)))`);
  });
  for (let from = 0; from < cameras.length; from += 1_000) {
    const batch = cameras.slice(from, from + 1_000);
    await database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- Cameras
        insert into cameras (id, name, kind, area_code, position, bearing_deg, width_deg, range_meters, height_meters,
          state, owner, place_class, purposes)
        select c.id, c.id, c.kind, ${countyCode}, ST_SetSRID(ST_MakePoint(c.longitude, c.latitude), 4490),
          c."bearingDeg", c."widthDeg", c."rangeMeters", c."heightMeters", 'online', 'city-management', 'street',
          array[${purpose}]
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as c(id text, kind text, longitude float8,
          latitude float8, "bearingDeg" float8, "widthDeg" float8, "rangeMeters" float8, "heightMeters" float8)`);
      const sights = batch.map((camera, i) => {
        const of = templates.get(camera.kind as (typeof kinds)[number])!;
        return moved(of[i % of.length]!, camera);
      });
      await saveSights(tx, sights, systemClock.now());
    });
  }
  await pool.pool.query('analyze');
}

function aCamera(i: number): SightCamera {
  const [longitude, latitude] = somewhere();
  const kind: CameraKind = random() < 0.03 ? 'high-point' : 'fixed';
  return {
    ...poseOf(kind),
    id: `camera-${i}`,
    kind,
    areaCode: countyCode,
    longitude,
    latitude,
    storedInputs: null,
  };
}

function poseOf(kind: CameraKind) {
  const high = kind === 'high-point';
  return {
    bearingDeg: high ? 0 : Math.floor(random() * 360),
    widthDeg: 70,
    rangeMeters: high ? 2_000 : 120,
    heightMeters: high ? 40 : 6,
  };
}

/** What a camera in the county's middle sees between houses strewn around it. */
function aSight(kind: CameraKind): ComputedSight {
  const pose = poseOf(kind);
  const houses = Array.from({ length: 40 }, (_, id) => {
    const [lon, lat] = pointAt(middle, random() * 360, 15 + random() * pose.rangeMeters);
    const half = 0.00008;
    const ring = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half],
    ];
    const outline = { type: 'Polygon', coordinates: [ring.map(([x, y]) => [lon + x!, lat + y!])] };
    return knownBuilding({ id, heightM: 6 + random() * 30, outline: JSON.stringify(outline) });
  });
  const camera = { ...pose, id: 'middle', kind, areaCode: countyCode, storedInputs: null };
  return computeSight({ ...camera, longitude: middle[0], latitude: middle[1] }, null, houses)!;
}

function moved(sight: ComputedSight, { id, longitude, latitude }: SightCamera): ComputedSight {
  const shift = (written: string | null): string | null =>
    written &&
    JSON.stringify(JSON.parse(written), (_, value: unknown) =>
      Array.isArray(value) && value.length === 2 && typeof value[0] === 'number'
        ? [value[0] - middle[0] + longitude, (value[1] as number) - middle[1] + latitude]
        : value,
    );
  return { ...sight, cameraId: id, seen: shift(sight.seen), reach: shift(sight.reach) };
}

/** Six of ten in the seat of the county, the others all over it. */
function somewhere(): LonLat {
  const reach = random() < 0.6 ? 0.03 : 0.25;
  return [middle[0] + (random() - 0.5) * 2 * reach, middle[1] + (random() - 0.5) * 2 * reach];
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
