import { rawSql, sql, type Statement } from '#database/sql.ts';
import { faultyHealths } from 'grid-data';
import type { PointLayerName, PointRow } from 'tiles';
import type { TextRow } from './copy-rows.ts';

type PointSource = {
  /** Table, and column that names a row. */
  table: string;
  key: string;
  /** Selected after key, longitude, latitude and area: class, state, then the attributes in the layer's order. */
  columns: string;
  /** Rows that are on the map at all. */
  where: string;
};

const faulty = faultyHealths.map((health) => `'${health}'`).join(', ');

const sources: Record<PointLayerName, PointSource> = {
  'city-components': {
    table: 'city_components',
    key: 'code',
    columns: 'class_code, state',
    where: 'true',
  },
  incidents: {
    table: 'incidents',
    key: 'id',
    columns: 'class_code, state, grade, extract(epoch from reported_at)::bigint, department_code',
    where: 'merged_into is null',
  },
  cameras: {
    table: 'cameras',
    key: 'id',
    columns: `kind, case when state = 'online' and health in (${faulty}) then 'faulty' else state end,
      owner, bearing_deg, width_deg, range_meters, name, coalesce(nullif(health, 'live'), kind)`,
    where: 'gone_at is null',
  },
  places: { table: 'places', key: 'id', columns: "kind, '', name", where: 'true' },
};

/** Which things are on this layer of the map? */
export function allPoints(layer: PointLayerName): string {
  const { table, where } = sources[layer];
  return `select ${selected(layer)} from ${table} where ${where}`;
}

export function pointsByKey(layer: PointLayerName, keys: readonly string[]): Statement {
  const { table, key, where } = sources[layer];
  return sql`-- How do these things look on the map now?
    select json_build_array(${rawSql(selected(layer))}) as row from ${rawSql(table)}
    where ${rawSql(where)} and ${rawSql(key)}::text = any(${[...keys]}::text[])`;
}

export function pointRowOf(row: TextRow): PointRow {
  const [id, longitude, latitude, areaCode, classWord, state, ...attributes] = row;
  return {
    id: id ?? '',
    longitude: Number(longitude ?? Number.NaN),
    latitude: Number(latitude ?? Number.NaN),
    areaCode: areaCode ?? '',
    class: classWord ?? '',
    state: state ?? '',
    attributes,
  };
}

function selected(layer: PointLayerName): string {
  const { key, columns } = sources[layer];
  return `${key}, ST_X(position), ST_Y(position), area_code, ${columns}`;
}
