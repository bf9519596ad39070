import { toGeometry } from './areas/area-shapes.ts';
import type { CityLayout } from './city-layout.ts';
import type { Point } from './geometry/frame.ts';
import { groundUse } from './land/land-use.ts';
import type { River } from './land/main-rivers.ts';
import type { Random } from './random.ts';
import type { RoadKind } from './roads/road-sketch.ts';
import { roadLines } from './roads/road-lines.ts';
import type { BaseFeatureRow, Position, ShapeGeometry } from './rows.ts';
import { shortName } from './roads/country-roads.ts';

/** The base map: what the ground is covered with, water, roads, houses, in the order they are drawn. */
export function baseFeatures(layout: CityLayout, random: Random): BaseFeatureRow[] {
  const features = [
    ...landUseFeatures(layout, random),
    ...waterFeatures(layout),
    ...roadFeatures(layout),
    ...buildingFeatures(layout),
  ];
  return features.map((feature, i) => ({ id: i + 1, ...feature }));
}

type Feature = Omit<BaseFeatureRow, 'id'>;

/** The base map's words for roads (OpenStreetMap's) where ours say how they were built. */
const mapKinds: Partial<Record<RoadKind, string>> = {
  expressway: 'motorway',
  link: 'trunk',
  lane: 'service',
};

const parkKinds = {
  park: 'park',
  square: 'square',
  factory: 'industrial',
  scenic: 'park',
} as const;

function landUseFeatures({ city, keyPlaces, buildings }: CityLayout, random: Random): Feature[] {
  const ground = groundUse(
    city.land,
    buildings.map(({ middle }) => middle),
    random,
  );
  const grounds = ground.map(({ use, shape }) =>
    feature('land-use', use, null, toGeometry(city.land, shape)),
  );
  const yards = keyPlaces.flatMap(({ kind, name, block }): Feature[] => {
    const use = parkKinds[kind as keyof typeof parkKinds];
    if (!use || !block) return [];
    return [
      feature(
        'land-use',
        use,
        name,
        toGeometry(city.land, [{ outer: [...block.ring, block.ring[0]!], holes: [] }]),
      ),
    ];
  });
  return [...grounds, ...yards];
}

function feature(
  layer: Feature['layer'],
  kind: string,
  name: string | null,
  geometry: ShapeGeometry,
): Feature {
  return { layer, kind, name, geometry, heightM: null };
}

function waterFeatures({ city }: CityLayout): Feature[] {
  const { land, areas, shapes } = city;
  const lakes = land.lakes.map((lake): Feature => {
    const [x, y] = lake.shape[0]!.outer[0]!;
    const village = areas.villages[shapes.villageAt(x, y)];
    const name = village ? `${shortName(village.name)}水库` : null;
    return feature('lake', lake.kind, name, toGeometry(land, lake.shape));
  });
  const banks = land.rivers
    .filter(({ kind }) => kind === 'river')
    .map((river) =>
      feature(
        'lake',
        'riverbank',
        river.name,
        toGeometry(land, [{ outer: bankRing(river), holes: [] }]),
      ),
    );
  const lines = land.rivers.map((river) =>
    feature(
      'river',
      river.kind,
      river.name,
      lineOf(
        city,
        river.points.map(({ x, y }) => [x, y]),
      ),
    ),
  );
  return [...lakes, ...banks, ...lines];
}

/** Down the left bank and up the right. */
function bankRing({ points }: River): Point[] {
  const side = (sign: number): Point[] =>
    points.map((point, i) => {
      const a = points[Math.max(0, i - 1)]!;
      const b = points[Math.min(points.length - 1, i + 1)]!;
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const half = (sign * point.widthM) / 2;
      return [point.x - ((b.y - a.y) / length) * half, point.y + ((b.x - a.x) / length) * half];
    });
  const ring = [...side(-1), ...side(1).reverse()];
  return [...ring, ring[0]!];
}

function lineOf({ land }: CityLayout['city'], points: readonly Point[]): ShapeGeometry {
  const coordinates: Position[] = points.map(([x, y]) => land.frame.toPosition(x, y));
  return { type: 'LineString', coordinates };
}

function roadFeatures({ city }: CityLayout): Feature[] {
  return roadLines(city.roads.roads).map(({ kind, name, points }) =>
    feature('road', mapKinds[kind] ?? kind, name, lineOf(city, points)),
  );
}

function buildingFeatures({ city, buildings }: CityLayout): Feature[] {
  return buildings.map(({ ring, use, heightM }) => ({
    ...feature(
      'building',
      use,
      null,
      toGeometry(city.land, [{ outer: [...ring, ring[0]!], holes: [] }]),
    ),
    heightM: Math.round(heightM * 10) / 10,
  }));
}
