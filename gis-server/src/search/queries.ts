import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type SearchHitRow = {
  kind: string;
  id: string;
  title: string;
  detail: string | null;
  longitude: number | null;
  latitude: number | null;
  /** Of a person: leader, shift-leader or grid-worker. */
  post?: string;
  /** When it happened, of what happens. */
  at?: Date;
};

export type SearchQuestion = {
  /** As it was typed, for ids. */
  given: string;
  grams: readonly string[];
  kinds: readonly string[];
  /** So many of them are offered, where more than the usual are to be sifted. */
  most?: number;
};

/** So many hits of one way of looking are offered to the ranking. */
const mostHits = 50;

/** Things that people know by their number are looked up where they stand: a million of them need no second index. */
export function thingsByCode(
  db: Reading,
  viewer: Viewer,
  { digits, kinds }: { digits: string; kinds: readonly string[] },
) {
  // ':' follows '9', so this is the range of all codes that begin with the digits.
  const range = [digits, `${digits}:`];
  return db.query<SearchHitRow>(sql`-- Which city components and cells have a code that begins so?
    (select 'city-component' as kind, c.code as id, c.name as title, c.address as detail,
        ST_X(c.position) as longitude, ST_Y(c.position) as latitude
      from city_components c
      where 'city-component' = any(${kinds}) and c.code >= ${range[0]} and c.code < ${range[1]}
        and ${withinScope(viewer, 'c.area_code')}
      order by c.code limit ${mostHits})
    union all
    (select 'grid-cell', g.grid_system || ':' || g.code, g.name, g.code,
        ST_X(ST_Centroid(g.outline)), ST_Y(ST_Centroid(g.outline))
      from grid_cells g
      where 'grid-cell' = any(${kinds}) and g.grid_system in ('unit', 'governance')
        and g.code >= ${range[0]} and g.code < ${range[1]} and ${withinScope(viewer, 'g.area_code')}
      order by g.code limit ${mostHits})`);
}

/** Addresses of components are read through: 61,000 of them in 15 ms on the embedded engine. */
export function componentsByAddress(db: Reading, viewer: Viewer, address: string) {
  return db.query<SearchHitRow>(sql`-- Which city components have this in their address?
    select 'city-component' as kind, c.code as id, c.name as title, c.address as detail,
      ST_X(c.position) as longitude, ST_Y(c.position) as latitude
    from city_components c
    where strpos(lower(replace(c.address, ' ', '')), ${address.toLowerCase().replaceAll(' ', '')}) > 0
      and ${withinScope(viewer, 'c.area_code')}
    order by length(c.address), c.code limit ${mostHits}`);
}

/** Any part of the number: the serial or the day is what people read out. */
export function casesByNumber(db: Reading, viewer: Viewer, digits: string) {
  return db.query<SearchHitRow>(sql`-- Which cases have these digits in their number?
    select 'incident' as kind, i.id::text as id, i.title, i.case_no as detail,
      ST_X(i.position) as longitude, ST_Y(i.position) as latitude, i.reported_at as at
    from incidents i
    where strpos(i.case_no, ${digits}) > 0
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    order by i.reported_at desc, i.id limit ${mostHits}`);
}

/** Titles repeat, so the newest are offered: what happened just now is what is looked for. */
export function incidentsByWords(
  db: Reading,
  viewer: Viewer,
  { grams, most = mostHits }: Pick<SearchQuestion, 'grams' | 'most'>,
) {
  return db.query<SearchHitRow>(sql`-- Which incidents have these letters in title, address or initials?
    select 'incident' as kind, s.id, s.title, s.detail,
      ST_X(i.position) as longitude, ST_Y(i.position) as latitude, i.reported_at as at
    from search_entries s join incidents i on i.id = s.id::uuid
    where s.kind = 'incident' and s.grams @> ${grams}::text[]
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    order by i.reported_at desc, i.id limit ${most}`);
}

export type GroundQuestion = {
  name: string;
  /** As `name` would stand in pinyin initials. */
  initials: string;
  kinds: readonly string[];
  most?: number;
};

/** Roads and waters are base map: the same for all, and few enough to be read through. */
export function groundByName(
  db: Reading,
  { name, initials, kinds, most = mostHits }: GroundQuestion,
) {
  return db.query<SearchHitRow>(sql`-- Which roads, rivers and lakes have this in name or initials?
    select distinct on (kind, b.name) g.kind, b.id::text as id, b.name as title, null as detail,
      ST_X(ST_PointOnSurface(b.geometry)) as longitude, ST_Y(ST_PointOnSurface(b.geometry)) as latitude
    from (values ('road', 'road'), ('river', 'water'), ('lake', 'water')) g (layer, kind)
      join base_features b on b.layer = g.layer
    where g.kind = any(${kinds}) and b.name is not null
      and (strpos(lower(b.name), lower(${name})) > 0 or strpos(b.pinyin_initials, ${initials}) > 0)
    order by kind, b.name, b.id limit ${most}`);
}

/** A query of common letters has thousands of hits; the shortest names of them are ranked. */
const rankedHits = 300;

export function searchEntries(
  db: Reading,
  viewer: Viewer,
  { given, grams, kinds, most = rankedHits }: SearchQuestion,
) {
  const scope = withinScope(viewer, 's.area_code');
  return db.query<SearchHitRow>(sql`-- What has these letters in its name, code, address or initials?
    with hits as (
      (select s.kind, s.id, s.title, s.detail, s.position from search_entries s
        where s.kind = any(${kinds}) and s.id = ${given} and ${scope})
      union all
      (select s.kind, s.id, s.title, s.detail, s.position from search_entries s
        where s.grams @> ${grams}::text[] and s.kind = any(${kinds}) and s.kind <> 'incident'
          and s.id <> ${given} and ${scope}
        order by length(s.title), s.title, s.id limit ${most})
    )
    select kind, id, title, detail, ST_X(position) as longitude, ST_Y(position) as latitude from hits`);
}
