import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { fromCgcs2000, toCgcs2000, type Datum } from 'grid-data';
import type { ImportEvent, ImportOrder } from './import-batch.ts';

const sampleSize = 1_000;
const fewest = 20;

type Fit = {
  /** Share of points inside any known area. */
  inside: number;
  /** Median distance to the nearest known road, metres; null without roads. */
  roadMeters: number | null;
};

/**
 * Files often lie about their datum, and a shift of 500 m is hard to see in a table. Compares how the rows sit in the
 * known city as declared and as if they were in the other family; says so where one clearly fits better.
 */
export async function datumAdvice(
  database: Database,
  viewer: Viewer,
  batchId: string,
  { datum }: ImportOrder,
): Promise<ImportEvent | null> {
  const points = await samplePoints(database, viewer, batchId);
  if (points.length === 0) return null;
  const otherDatum: Datum = datum === 'gcj02' ? 'wgs84' : 'gcj02';
  if (points.length < fewest) return cannotTell(`fewer than ${fewest} positions`);
  const declared = await fitOf(database, viewer, points);
  const asOther = points.map((point) => toCgcs2000(otherDatum, fromCgcs2000(datum, point)));
  const other = await fitOf(database, viewer, asOther);
  if (clearlyBetter(other, declared)) {
    return {
      type: 'warning',
      text: `declared ${datum}, but read as ${otherDatum} ${describe(other)} against ${describe(declared)}: check the datum`,
    };
  }
  if (clearlyBetter(declared, other))
    return { type: 'step', text: `the datum ${datum} fits: ${describe(declared)}` };
  return cannotTell('both fit the known areas and roads alike');
}

function cannotTell(why: string): ImportEvent {
  return { type: 'step', text: `whether the datum is right cannot be told: ${why}` };
}

function clearlyBetter(one: Fit, than: Fit): boolean {
  if (one.inside > than.inside + 0.05) return true;
  if (one.inside < than.inside - 0.05) return false;
  if (one.roadMeters === null || than.roadMeters === null) return false;
  return one.roadMeters < than.roadMeters * 0.6 && than.roadMeters - one.roadMeters > 5;
}

function describe({ inside, roadMeters }: Fit): string {
  const roads = roadMeters === null ? '' : `, median ${roadMeters.toFixed(0)} m from a road`;
  return `${(inside * 100).toFixed(0)} % inside known areas${roads}`;
}

type Point = readonly [longitude: number, latitude: number];

async function samplePoints(database: Database, viewer: Viewer, batchId: string): Promise<Point[]> {
  const rows = await database.inScopeAtLength(viewer, (db) =>
    db.query<{ longitude: number; latitude: number }>(sql`-- A spread of staged positions.
      select st_x(position) as longitude, st_y(position) as latitude from import_rows
      where batch_id = ${batchId} and position is not null
      order by md5(line::text) limit ${sampleSize}`),
  );
  return rows.map(({ longitude, latitude }) => [longitude, latitude]);
}

async function fitOf(database: Database, viewer: Viewer, points: readonly Point[]): Promise<Fit> {
  const [fit] = await database.inScope(viewer, (db) =>
    db.query<Fit>(sql`-- How well do these points sit in the known areas and along the known roads?
      with given as (
        select st_setsrid(st_makepoint((p ->> 0)::float8, (p ->> 1)::float8), 4490) as point
        from jsonb_array_elements(${JSON.stringify(points)}::jsonb) p
      )
      select avg(case when exists (select 1 from areas where areas.outline && point
          and st_covers(areas.outline, point)) then 1.0 else 0.0 end)::float8 as inside,
        percentile_cont(0.5) within group (order by road.meters) as "roadMeters"
      from given left join lateral (
        select st_distancesphere(geometry, point) as meters from base_features
        where layer = 'road' order by geometry <-> point limit 1
      ) road on true`),
  );
  return fit ?? { inside: 0, roadMeters: null };
}
