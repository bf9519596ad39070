/** The rows of the tile bench and the statements by which PostGIS makes the same tiles. */

/**
 * A made-up county: one point in three around the seat, the others around twenty towns, areas by place. Sorted along the
 * index and projected beforehand, which is the best case for ST_AsMVT.
 */
export const makePoints = `
  create temporary table raw_points as
  select i, 11.1 + i % 89 as class_seed, random() as state_seed,
    case when i % 3 = 0 then 111.664 else 111.5 + (i % 20) * 0.025 end
      + sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) * 0.02 as longitude,
    case when i % 3 = 0 then 27.69 else 27.45 + ((i * 7) % 20) * 0.025 end
      + sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) * 0.02 as latitude
  from generate_series(1, $ROWS) as i;
  create temporary table bench_points as
  select 1101010100000000 + i as id, longitude, latitude,
    '110101' || lpad((1 + floor((latitude - 27) * 20)::int % 20)::text, 3, '0')
      || lpad((1 + floor((longitude - 111) * 40)::int % 40)::text, 3, '0') as area_code,
    '01' || lpad((class_seed::int % 38 + 1)::text, 2, '0') as class,
    case when state_seed < 0.95 then 'intact' when state_seed < 0.98 then 'damaged'
      when state_seed < 0.99 then 'lost' else 'abandoned' end as state,
    ST_Transform(ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), 3857) as geom
  from raw_points;
  create index bench_points_by_place on bench_points using gist (geom);
  cluster bench_points using bench_points_by_place;
  analyze bench_points;`;

/** Which points lie in the tile, one by one? */
export const singlesByPostgis = `
  with bounds as (select ST_TileEnvelope($1, $2, $3) as env)
  select ST_AsMVT(q, 'city-components', 4096, 'geom', 'id') as tile from (
    select id, class, state, ST_AsMVTGeom(p.geom, bounds.env, 4096, 0, true) as geom
    from bench_points p, bounds where p.geom && bounds.env) q`;

/** How many points, in all and by state, lie in each of the tile's 32 by 32 bins? */
export const binsByPostgis = `
  with bounds as (select ST_TileEnvelope($1, $2, $3) as env),
  frame as (select env, ST_XMin(env) as west, ST_YMin(env) as south,
    (ST_XMax(env) - ST_XMin(env)) / 32 as side from bounds),
  placed as (select ST_X(p.geom) as x, ST_Y(p.geom) as y, p.state, frame.env,
    floor((ST_X(p.geom) - west) / side) as across, floor((ST_Y(p.geom) - south) / side) as up
    from bench_points p, frame where p.geom && frame.env),
  bins as (select across, up, env, avg(x) as x, avg(y) as y, count(*)::int as count,
    nullif(count(*) filter (where state = 'intact'), 0)::int as intact,
    nullif(count(*) filter (where state = 'damaged'), 0)::int as damaged,
    nullif(count(*) filter (where state = 'lost'), 0)::int as lost,
    nullif(count(*) filter (where state = 'abandoned'), 0)::int as abandoned
    from placed group by across, up, env)
  select ST_AsMVT(q, 'city-components-bins', 4096, 'geom') as tile from (
    select count, intact, damaged, lost, abandoned,
      ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(x, y), 3857), env, 4096, 0, true) as geom from bins) q`;

/** How many points lie in the tile? (`&&` alone compares single-precision boxes, metres apart.) */
export const countByPostgis = `
  select count(*)::int as count from bench_points
  where geom && ST_TileEnvelope($1, $2, $3) and ST_Intersects(geom, ST_TileEnvelope($1, $2, $3))`;

/** Where do a few of the points lie? */
export const samplePlaces = `
  select longitude, latitude from bench_points where id % ($1::bigint) = 0 order by id limit $2`;
