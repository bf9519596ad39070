import type { Viewer } from '#access/viewer.ts';
import { withinScope } from '#access/scope.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { envelopeAround } from '#within/within.ts';
import { boxSql, pointSql } from '#within/within-statement.ts';
import type { Position } from '#within/within.ts';
import type { GridCellKey } from 'grid-data';
import type { AreaRecord, GridCellRecord, RoadRecord } from './area-record.ts';

const areaColumns = sql`a.code, a.name, a.level, a.parent_code as "parentCode",
  ST_X(a.center) as longitude, ST_Y(a.center) as latitude,
  ST_XMin(a.outline) as west, ST_YMin(a.outline) as south,
  ST_XMax(a.outline) as east, ST_YMax(a.outline) as north,
  a.illustrative, a.population, a.area_km2 as "areaKm2"`;

type AreaRow = Omit<AreaRecord, 'center' | 'bbox'> &
  Record<'longitude' | 'latitude' | 'west' | 'south' | 'east' | 'north', number>;

function toArea({ longitude, latitude, west, south, east, north, ...rest }: AreaRow): AreaRecord {
  return { ...rest, center: { longitude, latitude }, bbox: [west, south, east, north] };
}

export async function areasByCode(db: Reading, viewer: Viewer, codes: readonly string[]) {
  const rows = await db.query<AreaRow>(sql`-- Which areas have these codes?
    select ${areaColumns} from areas a
    where a.code = any(${codes}) and ${withinScope(viewer, 'a.code')}`);
  return rows.map(toArea);
}

/** The area a viewer's tree begins with; all areas together where there is none yet or more than one. */
export async function rootArea(db: Reading, viewer: Viewer): Promise<AreaRecord> {
  const rows = await db.query<AreaRow>(sql`-- Which areas does the viewer's tree begin with?
    select ${areaColumns} from areas a
    where ${withinScope(viewer, 'a.code')} order by length(a.code), a.code limit 2`);
  const [first, second] = rows.map(toArea);
  if (first === undefined) return everywhere([-180, -85, 180, 85]);
  const alone = second === undefined || second.code.length > first.code.length;
  return alone ? first : everywhere(boxAround(first, second));
}

function everywhere(bbox: AreaRecord['bbox']): AreaRecord {
  const [west, south, east, north] = bbox;
  return {
    code: '',
    name: '',
    level: 'county',
    parentCode: null,
    center: { longitude: (west + east) / 2, latitude: (south + north) / 2 },
    bbox,
    illustrative: false,
    population: null,
    areaKm2: null,
  };
}

function boxAround({ bbox: a }: AreaRecord, { bbox: b }: AreaRecord): AreaRecord['bbox'] {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export async function areasByParent(db: Reading, viewer: Viewer, parents: readonly string[]) {
  const rows = await db.query<AreaRow>(sql`-- Which areas lie directly in these?
    select ${areaColumns} from areas a
    where coalesce(a.parent_code, '') = any(${parents}) and ${withinScope(viewer, 'a.code')} order by a.code`);
  return rows.map(toArea);
}

export type OutlineRow = { code: string; outline: object };

/** About ten metres: what a screen of the whole county can show. */
const displayToleranceDegrees = 0.0001;

export function areaOutlines(db: Reading, viewer: Viewer, codes: readonly string[]) {
  return db.query<OutlineRow>(sql`-- What outlines have these areas, for display?
    select a.code, ST_AsGeoJSON(ST_Multi(
      ST_SimplifyPreserveTopology(a.outline, ${displayToleranceDegrees}::float8)), 6)::json as outline
    from areas a where a.code = any(${codes}) and ${withinScope(viewer, 'a.code')}`);
}

/** The smallest area in the viewer's scope that holds a point. */
export async function areaCodeAt(db: Reading, viewer: Viewer, position: Position) {
  const point = pointSql(position);
  const rows = await db.query<{ code: string }>(sql`-- In which area does this point lie?
    select a.code from areas a
    where a.outline && ${point} and ST_Intersects(a.outline, ${point})
      and ${withinScope(viewer, 'a.code')}
    order by length(a.code) desc, a.code limit 1`);
  return rows[0]?.code ?? null;
}

const cellColumns = sql`g.grid_system as "gridSystem", g.code, g.name, g.area_code as "areaCode",
  g.area_m2 as "areaM2", g.land_use as "landUse"`;

const keyRows = (keys: readonly GridCellKey[]) =>
  sql`unnest(${keys.map((key) => key.gridSystem)}::text[], ${keys.map((key) => key.code)}::text[])
    as asked(grid_system, code)`;

export function gridCellsByKey(db: Reading, viewer: Viewer, keys: readonly GridCellKey[]) {
  return db.query<GridCellRecord>(sql`-- Which grid cells have these keys?
    select ${cellColumns} from ${keyRows(keys)}
    join grid_cells g on g.grid_system = asked.grid_system and g.code = asked.code collate "C"
    where ${withinScope(viewer, 'g.area_code')}`);
}

export function gridCellsAt(db: Reading, viewer: Viewer, position: Position) {
  const point = pointSql(position);
  return db.query<GridCellRecord>(sql`-- Which cells of both systems hold this point?
    select distinct on (g.grid_system) ${cellColumns} from grid_cells g
    where g.outline && ${point} and ST_Intersects(g.outline, ${point})
      and ${withinScope(viewer, 'g.area_code')}
    order by g.grid_system desc, g.code`);
}

export function gridCellOutlines(db: Reading, viewer: Viewer, keys: readonly GridCellKey[]) {
  return db.query<GridCellKey & { outline: object }>(sql`-- What outlines have these grid cells?
    select g.grid_system as "gridSystem", g.code, ST_AsGeoJSON(g.outline, 7)::json as outline
    from ${keyRows(keys)}
    join grid_cells g on g.grid_system = asked.grid_system and g.code = asked.code collate "C"
    where ${withinScope(viewer, 'g.area_code')}`);
}

export type GridWorkerRow = GridCellKey & { displayName: string; post: string };

export function gridCellWorkers(db: Reading, viewer: Viewer, keys: readonly GridCellKey[]) {
  return db.query<GridWorkerRow>(sql`-- Who is in charge of these cells, post A before B?
    select w.grid_system as "gridSystem", w.grid_code as code, u.display_name as "displayName", w.post
    from ${keyRows(keys)}
    join grid_worker_assignments w
      on w.grid_system = asked.grid_system and w.grid_code = asked.code collate "C"
    join users u on u.id = w.user_id and u.closed_at is null
    where ${withinScope(viewer, 'w.area_code')}
    order by w.post, u.display_name`);
}

export function roadsNear(db: Reading, position: Position, meters: number) {
  const point = pointSql(position);
  const box = boxSql(envelopeAround([[position.longitude, position.latitude]], meters));
  return db.query<RoadRecord>(sql`-- Which roads pass within these metres, nearest first?
    select b.id::text as id, b.name, b.kind as "roadClass", ST_AsGeoJSON(b.geometry, 7)::json as line
    from base_features b
    where b.layer = 'road' and b.geometry && ${box}
      and ST_DWithin(b.geometry::geography, ${point}::geography, ${meters}::float8)
    order by b.geometry::geography <-> ${point}::geography, b.id limit 50`);
}

export async function roadLine(db: Reading, roadId: string) {
  const rows = await db.query<{ coordinates: [number, number][] }>(sql`-- Where does this road run?
    select ST_AsGeoJSON(b.geometry, 8)::json -> 'coordinates' as coordinates from base_features b
    where b.id = ${roadId}::bigint and b.layer = 'road'
      and GeometryType(b.geometry) = 'LINESTRING'`);
  return rows[0]?.coordinates ?? null;
}
