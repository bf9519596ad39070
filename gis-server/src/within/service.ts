/** What lies within a part of the ground, asked all at once. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { countsByClass } from '#city-components/queries.ts';
import type { Database } from '#database/transaction.ts';
import { unitsWithin } from '#units/queries.ts';
import { onDutySince } from '#units/service.ts';
import { populationFigure, type Clock } from 'grid-data';
import * as counts from './ground-counts.ts';
import type { WithinInput } from './within.ts';

/** What a screen lists of the cells behind a figure. */
const mostCellsTold = 200;
const mostUnitsTold = 500;

export type WithinService = ReturnType<typeof createWithinService>;

type Parts = { database: Database; clock: Clock; areas: AreaService };

export function createWithinService({ database, clock, areas }: Parts) {
  return {
    async counts(viewer: Viewer, input: WithinInput) {
      const within = await areas.takeIn(viewer, input);
      const asOf = clock.now();
      const heardSince = onDutySince(asOf);
      return database.inScope(viewer, async (db) => ({
        asOf,
        cameras: await counts.camerasByState(db, viewer, within),
        cityComponents: await countsByClass(db, viewer, { within, classCodes: null, states: null }),
        incidents: await counts.incidentsByClass(db, viewer, within),
        places: await counts.placesByKind(db, viewer, within),
        unitsOnDuty: viewer.permissions.has('unit.read')
          ? await counts.unitsByKind(db, viewer, { within, heardSince })
          : null,
        units: viewer.permissions.has('unit.read')
          ? await unitsWithin(db, viewer, { within, heardSince }, mostUnitsTold)
          : null,
        population: populationOf(await counts.populationByCell(db, viewer, within)),
      }));
    },
  };
}

function populationOf(rows: readonly counts.PopulationRow[]) {
  const [first] = rows;
  if (first === undefined) return null;
  return {
    people: populationFigure(rows.reduce((sum, { people }) => sum + people, 0)),
    asOf: rows.reduce((oldest, { asOf }) => (asOf < oldest ? asOf : oldest), first.asOf),
    source: [...new Set(rows.map(({ source }) => source))].join(', '),
    illustrative: rows.some(({ illustrative }) => illustrative),
    cells: rows.slice(0, mostCellsTold).map((row) => ({
      gridSystem: row.gridSystem,
      gridCode: row.gridCode,
      people: populationFigure(row.people),
    })),
  };
}
export type PopulationCellRecord = NonNullable<ReturnType<typeof populationOf>>['cells'][number];
