/** The ground that cameras cover, from the attributes their tiles carry. */
import { canTurn, coneRing, type CameraKind } from 'grid-data';

export type ConeAttributes = {
  id?: unknown;
  kind?: unknown;
  state?: unknown;
  bearingDeg?: unknown;
  widthDeg?: unknown;
  rangeMeters?: unknown;
};

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export type Ground = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** What the server has worked out of a camera's sight, cut by houses and hills; null while that is not known. */
export type WorkedOutSight = {
  seen?: unknown;
  reach?: unknown;
  unknown: readonly string[];
};

/** The worked-out ground that a camera sees, or its reach where nobody knows its bearing; else its uncut cone. */
export function seenGround(
  position: readonly [number, number],
  attributes: ConeAttributes,
  sight: WorkedOutSight | null,
): GeoJSON.Feature<Ground> | null {
  const uncut = viewCone(position, attributes);
  if (uncut === null || sight === null || cannotBeWorkedOut(sight)) return uncut;
  const geometry = (sight.seen ?? (isAimed(sight) ? null : sight.reach)) as
    | Ground
    | null
    | undefined;
  return geometry ? { ...uncut, geometry } : null;
}

export function cannotBeWorkedOut({ unknown }: WorkedOutSight): boolean {
  return ['height', 'range', 'place'].some((part) => unknown.includes(part));
}

function isAimed({ unknown }: WorkedOutSight): boolean {
  return !unknown.includes('bearing') && !unknown.includes('width');
}

/** Where neither bearing nor width is known a ring says how far it may see, never an invented cone. */
export function viewCone(
  position: readonly [number, number],
  attributes: ConeAttributes,
): GeoJSON.Feature<GeoJSON.Polygon> | null {
  const rangeMeters = numberOrNull(attributes.rangeMeters);
  if (!rangeMeters || rangeMeters <= 0) return null;
  const ring = coneRing({
    longitude: position[0],
    latitude: position[1],
    bearingDeg: numberOrNull(attributes.bearingDeg),
    widthDeg: numberOrNull(attributes.widthDeg),
    rangeMeters,
    heightMeters: null,
  });
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lon, lat])] },
    properties: {
      id: String(attributes.id),
      state: String(attributes.state),
      turns: canTurn(attributes.kind as CameraKind),
    },
  };
}
