/** Where cases came up: each statement reads the cases of a stretch once and says of each at which spot it lies. */
import { codesWithin, withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export const placings = ['heat', 'recurrence'] as const;
export type Placing = (typeof placings)[number];

export type Asked = {
  areaCode: string;
  from: Date;
  to: Date;
  by: Placing;
  classCode: string | null;
  meters: number;
  hours: number;
};

export type CasePlaceRecord = {
  key: string;
  classCode: string | null;
  cases: number;
  firstAt: Date;
  lastAt: Date;
  longitude: number;
  latitude: number;
};

const metersPerDegree = 111_320;

/** Metres on a plane at the cases' own latitude, to the degree: over a county they are off by one in a hundred at most. */
function placed(viewer: Viewer, asked: Asked): Statement {
  const { areaCode, from, to, classCode, by, meters } = asked;
  const conditions = [
    codesWithin(areaCode, 'i.area_code'),
    withinCaseScope(viewer, 'i.area_code', 'i.department_code'),
    sql`i.reported_at >= ${from} and i.reported_at < ${to}`,
    sql`i.state not in ('rejected', 'voided') and i.merged_into is null`,
  ];
  if (classCode !== null) conditions.push(sql`i.class_code = ${classCode}`);
  const found = sql`found as (
      select s.*, s.lon * ${metersPerDegree}::float8 * cos(radians(round(avg(s.lat) over ()))) as x,
        s.lat * ${metersPerDegree}::float8 as y
      from (
        select i.id, i.class_code, i.reported_at, ST_X(i.position) as lon, ST_Y(i.position) as lat
        from incidents i where ${joinSql(conditions, ' and ')}
      ) as s
    )`;
  return by === 'heat' ? sql`${found}, ${squares(meters)}` : sql`${found}, ${clusters(meters)}`;
}

const squares = (meters: number): Statement => sql`placed as (
      select id, reported_at, lon, lat, null::text as class_code,
        floor(x / ${meters}::float8)::bigint || ' ' || floor(y / ${meters}::float8)::bigint as key
      from found
    )`;

/** A spot is named by its least case: the same one whoever counts. */
const clusters = (meters: number): Statement => sql`near as (
      select *, ST_ClusterDBSCAN(ST_MakePoint(x, y), ${meters}::float8, 2)
        over (partition by class_code) as spot
      from found
    ), placed as (
      select id, reported_at, lon, lat, class_code,
        min(id::text) over (partition by class_code, spot) as key
      from near where spot is not null
    )`;

export type CountedPlace = CasePlaceRecord & { total: number };

export function placesOfCases(
  db: Reading,
  viewer: Viewer,
  asked: Asked & { limit: number },
): Promise<CountedPlace[]> {
  const apart =
    asked.by === 'heat'
      ? sql`true`
      : sql`max(reported_at) - min(reported_at) >= make_interval(hours => ${asked.hours}::integer)`;
  return db.query<CountedPlace>(sql`-- At which spots did how many cases come up?
    with ${placed(viewer, asked)}
    select key, min(class_code) as "classCode", count(*)::integer as cases, min(reported_at) as "firstAt",
      max(reported_at) as "lastAt", avg(lon) as longitude, avg(lat) as latitude,
      (count(*) over ())::integer as total
    from placed group by key having ${apart}
    order by cases desc, "lastAt" desc, key limit ${asked.limit}`);
}

export function caseIdsAtPlace(
  db: Reading,
  viewer: Viewer,
  asked: Asked & { key: string; limit: number },
): Promise<{ id: string; total: number }[]> {
  return db.query<{ id: string; total: number }>(sql`-- Which cases came up at this spot?
    with ${placed(viewer, asked)}
    select id::text as id, (count(*) over ())::integer as total from placed where key = ${asked.key}
    order by reported_at desc, id limit ${asked.limit}`);
}
