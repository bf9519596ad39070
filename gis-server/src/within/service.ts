/** What lies within a part of the ground, asked all at once. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { countsByClass } from '#city-components/queries.ts';
import type { ClassCountRecord } from '#city-components/city-component-record.ts';
import { askTogether } from '#database/ask-together.ts';
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
      const readsUnits = viewer.permissions.has('unit.read');
      return database.inScope(viewer, async (db) => {
        const told = await askTogether<Asked>(db, {
          cameras: counts.camerasByState(viewer, within),
          components: countsByClass(viewer, { within, classCodes: null, states: null }),
          incidents: counts.incidentsByClass(viewer, within),
          places: counts.placesByKind(viewer, within),
          units: counts.unitsByKind(viewer, { within, heardSince }),
          population: counts.populationByCell(viewer, within),
        });
        const { cameras, components: cityComponents, incidents, places } = told;
        // Who finds none on duty need not list them.
        const listed =
          readsUnits && told.units.length > 0
            ? await unitsWithin(db, viewer, { within, heardSince }, mostUnitsTold)
            : [];
        return {
          ...{ asOf, cameras, cityComponents, incidents, places },
          unitsOnDuty: readsUnits ? told.units : null,
          units: readsUnits ? listed : null,
          population: populationOf(told.population),
        };
      });
    },
  };
}

type Asked = {
  cameras: counts.StateCountRow;
  components: ClassCountRecord;
  incidents: counts.IncidentCountRow;
  places: counts.KindCountRow;
  units: counts.KindCountRow;
  population: counts.PopulationRow;
};

function populationOf(rows: readonly counts.PopulationRow[]) {
  const [first] = rows;
  if (first === undefined) return null;
  return {
    people: populationFigure(rows.reduce((sum, { people }) => sum + people, 0)),
    asOf: new Date(Math.min(...rows.map(({ asOf }) => Date.parse(asOf)))),
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
