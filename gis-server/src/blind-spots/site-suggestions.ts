/** Where some more cameras would see most of the roads that nobody sees: honest sights of many places, greedily chosen. */
import type { ImagineSights } from '#cameras/sight-preview.ts';
import type { ComputedSight, SightCamera } from '#sight-lines/sight-job.ts';
import { lookUpSight } from '#sight-lines/viewshed/sight-code.ts';
import { bearingDegrees, distanceMeters, greedyCover, pointAt, type LonLat } from 'grid-data';
import { metersOf, type RoadStep, type SteppedRoads } from './covered-roads.ts';

export type SiteWish = { count: number; heightMeters: number; rangeMeters: number };

/** Each costs its rays; tried are those with most unseen road around them. */
const mostTried = 90;
/** A pole stands at the kerb. */
const besideMeters = 6;

type Order = { wish: SiteWish; imagineSights: ImagineSights };

export async function suggestSites(
  roads: SteppedRoads,
  areaCode: string,
  { wish, imagineSights }: Order,
) {
  const unseen = roads.steps.filter(({ cameraIds }) => cameraIds.length === 0);
  const places = placesToTry(unseen, wish.rangeMeters);
  const cameras = places.map(({ step, position: [longitude, latitude] }, i): SightCamera => ({
    ...{ id: `site-${i}`, kind: 'ptz', areaCode: step.areaCode ?? areaCode, longitude, latitude },
    ...{ bearingDeg: 0, widthDeg: 90, storedInputs: null },
    ...{ rangeMeters: wish.rangeMeters, heightMeters: wish.heightMeters },
  }));
  const sights = cameras.length === 0 ? [] : await imagineSights(cameras);
  const covers = places.map(({ position }, i) => coveredBy(position, sights[i], unseen));
  const weights = unseen.map(({ fromMeters, toMeters }) => toMeters - fromMeters);
  const whole = metersOf(roads.steps);
  let seenMeters = whole - metersOf(unseen);
  return greedyCover(covers, weights, wish.count).map(({ choice, gain }) => {
    const { step, position } = places[choice]!;
    const reach = sights[choice]?.reach ?? null;
    seenMeters += gain;
    return {
      position: { longitude: position[0], latitude: position[1] },
      gainMeters: gain,
      seenShare: seenMeters / whole,
      roadName: roads.roads[step.road]?.name ?? null,
      seen: reach === null ? null : (JSON.parse(reach) as object),
    };
  });
}

type PlaceToTry = { step: RoadStep; position: LonLat };

/** Beside unseen road, those with most of it within range first; two that would see the same are one. */
function placesToTry(unseen: readonly RoadStep[], rangeMeters: number): PlaceToTry[] {
  const apart = rangeMeters / 3;
  const cells = Map.groupBy(unseen, ({ position }) => cellOf(position, rangeMeters).join(' '));
  const around = unseen.map((step) => {
    const [column, row] = cellOf(step.position, rangeMeters);
    const beside = [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].flatMap((y) => cells.get(`${column + x} ${row + y}`) ?? []),
    );
    const near = beside.filter((other) => isWithin(step.position, other.position, rangeMeters));
    return { step, meters: metersOf(near) };
  });
  const taken: PlaceToTry[] = [];
  for (const { step } of around.toSorted((a, b) => b.meters - a.meters)) {
    if (taken.length >= mostTried) break;
    if (taken.some((other) => isWithin(step.position, other.step.position, apart))) continue;
    taken.push({ step, position: pointAt(step.position, step.headingDeg + 90, besideMeters) });
  }
  return taken;
}

function coveredBy(
  from: LonLat,
  sight: ComputedSight | undefined,
  unseen: readonly RoadStep[],
): number[] {
  if (sight?.cells == null) return [];
  const cells = Buffer.from(sight.cells);
  return unseen.flatMap(({ position }, i) => {
    if (!isWithin(from, position, 3_000)) return [];
    const seen = lookUpSight(cells, bearingDegrees(from, position), distanceMeters(from, position));
    return seen === 'clear' ? [i] : [];
  });
}

/** Squares as wide as a camera sees: what it may see lies in its own or beside it. */
function cellOf([longitude, latitude]: LonLat, meters: number): [column: number, row: number] {
  // One width for all rows of a degree, so that squares beside each other stay beside each other.
  const squeeze = Math.cos((Math.round(latitude) * Math.PI) / 180);
  const column = Math.floor((longitude * metersPerDegree * squeeze) / meters);
  return [column, Math.floor((latitude * metersPerDegree) / meters)];
}

const metersPerDegree = 111_195;

/** Flat, for it is asked a million times: true to a metre over what a camera sees. */
function isWithin(one: LonLat, other: LonLat, meters: number): boolean {
  const north = (one[1] - other[1]) * metersPerDegree;
  if (Math.abs(north) > meters) return false;
  const east = (one[0] - other[0]) * metersPerDegree * Math.cos((one[1] * Math.PI) / 180);
  return north * north + east * east <= meters * meters;
}
