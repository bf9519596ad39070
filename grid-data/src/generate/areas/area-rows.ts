import { pinyin } from 'pinyin-pro';
import type { Land } from '../land/land.ts';
import { shapeArea, type Shape } from '../geometry/region-shapes.ts';
import type { AreaRow } from '../rows.ts';
import { field, readSeedCsv } from '../seed-files.ts';
import type { AreaPlan } from './area-plan.ts';
import { toGeometry, type AreaShapes } from './area-shapes.ts';

export const countyCode = '431382';

export function areaRows(land: Land, plan: AreaPlan, shapes: AreaShapes): AreaRow[] {
  const county = readSeedCsv('lianyuan-areas.csv').find((row) => row['level'] === 'county')!;
  const people = plan.townships.reduce((sum, town) => sum + town.population, 0);
  const make = (
    row: Pick<AreaRow, 'code' | 'name' | 'level' | 'parentCode'>,
    more: RowParts,
  ): AreaRow => ({
    ...row,
    pinyin: pinyin(row.name, { toneType: 'none', separator: '' }),
    pinyinInitials: pinyin(row.name, { pattern: 'first', toneType: 'none', separator: '' }),
    center: land.frame.toPosition(more.center[0], more.center[1]),
    polygon: toGeometry(land, more.shape),
    population: more.population,
    areaKm2: Math.round(shapeArea(more.shape) / 1e4) / 100,
    derived: true,
  });
  return [
    make(
      {
        code: countyCode,
        name: field(county, 'name'),
        level: 'county',
        parentCode: field(county, 'parent_code'),
      },
      { center: plan.townships[0]!.seat, shape: shapes.county, population: people },
    ),
    ...plan.townships.map((town, number) =>
      make(
        { code: town.code, name: town.name, level: 'township', parentCode: countyCode },
        { center: town.seat, shape: shapes.townships.get(number)!, population: town.population },
      ),
    ),
    ...plan.villages.map((village, number) => {
      const { code, name, center, population } = village;
      const parentCode = plan.townships[village.township]!.code;
      return make(
        { code, name, level: 'village', parentCode },
        { center, population, shape: shapes.villages.get(number)! },
      );
    }),
  ];
}

type RowParts = { center: readonly [number, number]; shape: Shape; population: number };
