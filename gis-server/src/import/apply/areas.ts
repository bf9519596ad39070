import { rawSql, sql, type Statement } from '#database/sql.ts';
import type { BatchOrder } from './apply-batch.ts';

const levelOfCode = rawSql(
  `case length(area_code) when 6 then 'county' when 9 then 'township' else 'village' end`,
);
const parentOfCode = rawSql(
  `case length(area_code) when 6 then null when 9 then left(area_code, 6) else left(area_code, 9) end`,
);

export function applyAreas({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New areas, and new outlines of known ones.
      insert into areas (code, name, level, parent_code, center, outline, illustrative, population, area_km2, source)
      select area_code, payload ->> 'name', ${levelOfCode}, ${parentOfCode},
        st_pointonsurface(outline), st_multi(outline), (payload ->> 'illustrative')::boolean,
        (payload ->> 'population')::integer,
        coalesce((payload ->> 'areaKm2')::float8, st_area(outline::geography) / 1e6), 'import'
      from import_rows where batch_id = ${batchId} and outline is not null
      on conflict (code) do update set name = excluded.name, center = excluded.center, outline = excluded.outline,
        illustrative = excluded.illustrative, population = coalesce(excluded.population, areas.population),
        area_km2 = excluded.area_km2, source = excluded.source`,
    sql`-- New facts about known areas whose outline stays.
      update areas set name = payload ->> 'name',
        population = coalesce((payload ->> 'population')::integer, population),
        area_km2 = coalesce((payload ->> 'areaKm2')::float8, area_km2)
      from import_rows row where batch_id = ${batchId} and row.outline is null and areas.code = row.area_code`,
  ];
}

export function applyGridCells({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New cells of either system, and new outlines of known ones.
      insert into grid_cells (grid_system, code, name, area_code, outline, area_m2, land_use, source)
      select payload ->> 'gridSystem', payload ->> 'code', coalesce(payload ->> 'name', payload ->> 'code'),
        area_code, st_multi(outline), st_area(outline::geography), payload ->> 'landUse', 'import'
      from import_rows where batch_id = ${batchId}
      on conflict (grid_system, code) do update set name = excluded.name, outline = excluded.outline,
        area_m2 = excluded.area_m2, land_use = excluded.land_use, source = excluded.source`,
  ];
}
