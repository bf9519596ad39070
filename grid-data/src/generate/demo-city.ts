import { areaRows, countyCode } from './areas/area-rows.ts';
import { baseFeatures } from './base-features.ts';
import { layOutCity, type CityLayout } from './city-layout.ts';
import {
  cityComponentClasses,
  departmentRows,
  incidentClassRow,
  incidentPatterns,
} from './classes.ts';
import { createRandom } from './random.ts';
import type { CameraRow, DemoCity, DemoCityOptions, Relief } from './rows.ts';
import { placeCameras } from './cameras/cameras.ts';
import { withShots } from './cameras/hero-shots.ts';
import { demoSeed } from './demo-seed.ts';
import { componentMaker } from './things/city-components.ts';
import { planComponents } from './things/component-plan.ts';
import { makeIncidents } from './incidents/incidents.ts';
import { demoAccounts, gridWorkers } from './things/people.ts';
import { placeKeyUnits } from './things/key-units.ts';
import { placeRows } from './things/place-rows.ts';
import { placeUnits } from './things/units.ts';
import type { Land } from './land/land.ts';

export type * from './rows.ts';

/** Numbers at scale 1; components and incidents grow with it, cameras faster: 20,000 beside a million components. */
const componentsAtScaleOne = 60_000;
const incidentsAtScaleOne = 2000;
const camerasAtScaleOne = 600;
const unitsAtScaleOne = 120;

/** Lays out the whole demo county; the same options give the same rows. */
export function generateDemoCity(options: DemoCityOptions): DemoCity {
  const { seed = demoSeed, scale = 1, now } = options;
  const layout = layOutCity(seed);
  const { city, keyPlaces, buildings } = layout;
  const random = createRandom(seed).fork('things');
  const plan = planComponents(city, Math.round(componentsAtScaleOne * scale));
  const classes = cityComponentClasses();
  const maker = componentMaker(city, plan, new Map(classes.map((one) => [one.code, one.nameZh])));
  const departments = departmentRows(countyCode, city.areas.townships);
  const workers = gridWorkers(city.areas, city.cells.rows, random.fork('workers'));
  const patterns = incidentPatterns();
  const keyUnits = placeKeyUnits(city, buildings, random.fork('key units'));
  return {
    areas: areaRows(city.land, city.areas, city.shapes),
    gridCells: city.cells.rows,
    relief: reliefOf(city.land),
    baseFeatures: baseFeatures(layout, random.fork('base')),
    cityComponentClasses: classes,
    incidentClasses: patterns.map(incidentClassRow),
    cityComponents: { [Symbol.iterator]: maker.all },
    places: placeRows(city, keyPlaces, buildings),
    cameras: withShots(demoCameras(layout, scale)),
    departments,
    units: placeUnits(city, Math.round(unitsAtScaleOne * Math.sqrt(scale)), random.fork('units')),
    keyUnits,
    gridWorkers: workers,
    accounts: demoAccounts(city.areas, departments, workers),
    incidents: {
      [Symbol.iterator]: () =>
        makeIncidents(
          {
            sources: { city, keyPlaces, buildings, components: { plan, maker } },
            ...{ patterns, workers, keyUnits, now },
            wanted: Math.round(incidentsAtScaleOne * scale),
          },
          random.fork('incidents'),
        ),
    },
  };
}

/** Its cameras, heroes named, whether their pictures have been drawn or not. */
export function demoCameras({ city, keyPlaces }: CityLayout, scale: number): CameraRow[] {
  const wanted = Math.min(20_000, Math.round(camerasAtScaleOne * scale ** 1.25));
  const random = createRandom(city.seed).fork('things').fork('cameras');
  return placeCameras(city, { keyPlaces, wanted }, random);
}

function reliefOf({ frame, grid, heights }: Land): Relief {
  const { west, north, columns, rows, cellMeters } = grid;
  const [lonWest, latNorth] = frame.toPosition(west, north);
  const [lonEast, latSouth] = frame.toPosition(
    west + columns * cellMeters,
    north - rows * cellMeters,
  );
  return {
    west: lonWest,
    south: latSouth,
    east: lonEast,
    north: latNorth,
    columns,
    rows,
    heightsM: heights,
  };
}
