import type { Database } from '#database/transaction.ts';
import { populationPoints, type DemoCity } from 'grid-data/generate';
import { insertRows } from './insert-rows.ts';
import { pointText } from './shape-text.ts';

/** How many people the demo says live in each governance cell, as of the seventh census, whose day the demo borrows. */
export async function seedPopulation(
  database: Database,
  { areas, gridCells }: DemoCity,
): Promise<void> {
  const rows = populationPoints(areas, gridCells).map((point) => ({
    grid_system: 'governance',
    grid_code: point.gridCode,
    number: point.number,
    area_code: point.areaCode,
    position: pointText(...point.position),
    people: point.people,
    as_of: '2020-11-01',
    source: '示意',
    illustrative: true,
  }));
  await insertRows(
    database,
    {
      name: 'population_points',
      columns: [
        ['grid_system', 'text'],
        ['grid_code', 'text'],
        ['number', 'integer'],
        ['area_code', 'text'],
        ['position', 'geometry'],
        ['people', 'double precision'],
        ['as_of', 'date'],
        ['source', 'text'],
        ['illustrative', 'boolean'],
      ],
    },
    rows,
  );
}
