import type { Point } from '../geometry/frame.ts';
import { pointAlong } from '../geometry/polyline.ts';
import { roadWidthMeters } from '../roads/road-sketch.ts';
import type { Road } from '../roads/road-network.ts';
import type { Random } from '../random.ts';
import type { CityComponentRow, PlaceKind } from '../rows.ts';
import type { Building } from '../things/buildings.ts';
import { addressNear, lookoutSpots, riverSpots } from '../cameras/camera-spots.ts';
import type { City } from '../things/city.ts';
import type { ComponentMaker } from '../things/city-components.ts';
import type { ComponentPlan } from '../things/component-plan.ts';
import type { KeyPlace } from '../things/key-places.ts';

export type IncidentSpot = { at: Point; address: string; component: CityComponentRow | null };

export type SpotSources = {
  city: City;
  keyPlaces: KeyPlace[];
  buildings: Building[];
  components: { plan: ComponentPlan; maker: ComponentMaker };
};

export type SpotFinder = (place: string, componentClass: string | null) => IncidentSpot | null;

const kindsByPlace: Record<string, PlaceKind[]> = {
  market: ['market', 'square'],
  park: ['park', 'square'],
  square: ['square', 'station'],
  school: ['school'],
  industrial: ['factory'],
};

/** Finds ground for an incident of a kind; towns weigh as much as the components that stand in them. */
export function spotFinder(sources: SpotSources, random: Random): SpotFinder {
  const { city, keyPlaces, buildings, components } = sources;
  const onRoads = weightedRoads(sources, random);
  const banks = riverSpots(city).filter(({ at }) => isDryLand(city, at));
  const heights = lookoutSpots(city).filter(({ at }) => isDryLand(city, at));
  const houses = buildings.filter(
    (building) => building.door !== null && random.next() < buildingShare(building),
  );
  return (place, componentClass) => {
    if (componentClass !== null) return componentSpot(components, componentClass, onRoads);
    if (place === 'river') return plain(random.pick(banks));
    if (place === 'forest') return plain(random.pick(heights));
    if (place === 'residential') return atDoor(city, random.pick(houses));
    const kinds = kindsByPlace[place];
    if (kinds)
      return nearPlace(
        city,
        random.pick(keyPlaces.filter(({ kind }) => kinds.includes(kind))),
        random,
      );
    return onStreet(city, onRoads(), random);
  };
}

const plain = ({ at, address }: { at: Point; address: string }): IncidentSpot => ({
  at,
  address,
  component: null,
});

function isDryLand(city: City, [x, y]: Point): boolean {
  return city.shapes.villageAt(x, y) >= 0 && !city.land.water.isWater(x, y, 1);
}

function buildingShare({ door }: Building): number {
  return door!.road.town >= 0 ? 1 : 0.35;
}

/** Draws roads by how many components stand along them. */
function weightedRoads({ city, components }: SpotSources, random: Random): () => Road {
  const { counts, rules } = components.plan;
  const sums = new Float64Array(city.roads.roads.length);
  let total = 0;
  for (const road of city.roads.roads) {
    for (let i = 0; i < rules.length; i += 1) total += counts[road.number * rules.length + i]!;
    sums[road.number] = total;
  }
  return () => {
    const wanted = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return city.roads.roads[low]!;
  };
}

function componentSpot(
  { plan, maker }: SpotSources['components'],
  componentClass: string,
  nextRoad: () => Road,
): IncidentSpot | null {
  const rule = plan.rules.findIndex(({ classCode }) => classCode === componentClass);
  for (let tries = 0; tries < 4000; tries += 1) {
    const road = nextRoad();
    if (plan.counts[road.number * plan.rules.length + rule] === 0) continue;
    const found = maker.along(road, rule).next();
    if (found.done) continue;
    const component = found.value;
    return { at: [0, 0], address: component.address, component };
  }
  return null;
}

function atDoor(city: City, { middle, door }: Building): IncidentSpot {
  return {
    at: middle,
    address: city.addresses.along(door!.road, door!.meters, door!.side),
    component: null,
  };
}

function nearPlace(city: City, place: KeyPlace, random: Random): IncidentSpot | null {
  for (let tries = 0; tries < 30; tries += 1) {
    const at: Point = [
      place.gate[0] + random.between(-35, 35),
      place.gate[1] + random.between(-35, 35),
    ];
    if (isDryLand(city, at))
      return {
        at,
        address: `${addressNear(city, place.gate)}(${place.name}附近)`,
        component: null,
      };
  }
  return null;
}

function onStreet(city: City, road: Road, random: Random): IncidentSpot | null {
  const meters = random.between(0, road.lengthMeters);
  const side = random.next() < 0.5 ? -1 : 1;
  const { point, along } = pointAlong(road.points, meters);
  const aside = random.between(0.2, 1.1) * (roadWidthMeters[road.kind] / 2) * side;
  const at: Point = [point[0] + along[1] * aside, point[1] - along[0] * aside];
  return isDryLand(city, at)
    ? { at, address: city.addresses.along(road, meters, side), component: null }
    : null;
}
