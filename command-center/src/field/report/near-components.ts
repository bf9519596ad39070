/** 部件 that a report may be about: of the class that was chosen, near the place, the nearest first. */
import { classOfCityComponent, distanceMeters } from 'grid-data';
import type { FieldComponentsNearQuery } from '#gis/generated/graphql.ts';

type NearComponent = FieldComponentsNearQuery['cityComponents']['nodes'][number];

/** What a worker sees from where the place is, a rough fix forgiven. */
const nearMeters = 80;
const mostOffered = 12;

type Spot = { longitude: number; latitude: number };

/** A class of cases about components bears the code of their class after a letter; null for all others. */
export function componentClassOf({ code, kind }: { code: string; kind: string }): string | null {
  return kind === 'component' ? code.slice(1, 5) : null;
}

/** Both in the class and near: what the phone has kept may be of another place. */
export function nearComponents(
  components: readonly NearComponent[],
  componentClass: string,
  place: Spot,
): { component: NearComponent; meters: number }[] {
  return components
    .filter(({ code }) => classOfCityComponent(code) === componentClass)
    .map((component) => ({ component, meters: metersBetween(place, component.position) }))
    .filter(({ meters }) => meters <= nearMeters)
    .sort((a, b) => a.meters - b.meters)
    .slice(0, mostOffered);
}

const metersBetween = (a: Spot, b: Spot): number =>
  distanceMeters([a.longitude, a.latitude], [b.longitude, b.latitude]);

/** Asked for anew after some ten metres, not with every fix. */
export function askedCircle({ longitude, latitude }: Spot) {
  const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return {
    center: { longitude: rounded(longitude), latitude: rounded(latitude) },
    radiusMeters: nearMeters + 20,
  };
}
