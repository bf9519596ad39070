import { planAreas } from './areas/area-plan.ts';
import { cutAreas } from './areas/area-shapes.ts';
import { gridCells } from './areas/grid-cells.ts';
import { makeLand } from './land/land.ts';
import { createRandom } from './random.ts';
import { RoadIndex } from './roads/road-index.ts';
import { layRoads } from './roads/road-network.ts';
import { createAddresses } from './things/addresses.ts';
import { placeBuildings, type Building } from './things/buildings.ts';
import type { City } from './things/city.ts';
import { placeKeyPlaces, type KeyPlace } from './things/key-places.ts';

export type CityLayout = { city: City; keyPlaces: KeyPlace[]; buildings: Building[] };

/** Ground, areas, roads, places and houses, in the order in which a county grows. */
export function layOutCity(seed: number): CityLayout {
  const random = createRandom(seed);
  const land = makeLand(random.fork('land'));
  const areas = planAreas(land, random.fork('areas'));
  const shapes = cutAreas(land, areas, random.fork('cells'));
  const roads = layRoads(land, areas, random.fork('roads'));
  const city: City = {
    ...{ seed, land, areas, shapes, roads },
    roadIndex: new RoadIndex(roads.roads),
    cells: gridCells({ land, plan: areas, shapes }, roads.blocks),
    addresses: createAddresses(roads, areas, shapes.villageAt),
  };
  const keyPlaces = placeKeyPlaces(city, random.fork('places'));
  const buildings = placeBuildings(city, keyPlaces, random.fork('buildings'));
  return { city, keyPlaces, buildings };
}
