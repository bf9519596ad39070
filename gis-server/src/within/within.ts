/** Which part of the ground a question is about, taken in from outside: checked and clamped before any SQL. */
import { areaLevelOf, distanceMeters, DomainError, isOnEarth } from 'grid-data';
import type { LonLat, Shape } from 'grid-data';

export type Position = { longitude: number; latitude: number };
export type Envelope = readonly [west: number, south: number, east: number, north: number];
export type PolygonShape = Shape & { type: 'Polygon' | 'MultiPolygon' };

export type Within =
  | { kind: 'area'; areaCode: string }
  | { kind: 'polygon'; shape: PolygonShape }
  | { kind: 'circle'; center: Position; radiusMeters: number }
  | { kind: 'line'; line: readonly LonLat[]; meters: number }
  | { kind: 'road'; roadId: string; meters: number };

export type WithinInput = {
  areaCode?: string | null;
  polygon?: Shape | null;
  circle?: { center: Position; radiusMeters: number } | null;
  roadBuffer?: { roadId?: string | null; line?: Shape | null; meters: number } | null;
};

export const withinLimits = {
  radiusMeters: { min: 1, max: 50_000 },
  bufferMeters: { min: 1, max: 5_000 },
  lineMeters: 300_000,
} as const;

function refuse(field: string, message: string, reason: string, more: object = {}): never {
  throw new DomainError('invalid-input', `${field}: ${message}`, {
    reason,
    details: { field, ...more },
  });
}

/** A point of the ground from outside; field says where it stood in the question. */
export function takeInPosition(position: Position, field: string): Position {
  const { longitude, latitude } = position;
  if (!isOnEarth(longitude, latitude)) {
    const message = `${longitude}, ${latitude} is no longitude and latitude`;
    refuse(field, message, 'out-of-range', { longitude, latitude });
  }
  return { longitude, latitude };
}

/** A distance within its bounds; a larger one is refused, never quietly cut. */
export function takeInMeters(
  meters: number,
  field: string,
  { min, max }: { min: number; max: number },
): number {
  if (!(meters >= min && meters <= max)) {
    refuse(field, `must be ${min} to ${max} metres, not ${meters}`, 'distance', { min, max });
  }
  return meters;
}

function takeInBuffer(buffer: NonNullable<WithinInput['roadBuffer']>, field: string): Within {
  const meters = takeInMeters(buffer.meters, `${field}.meters`, withinLimits.bufferMeters);
  const { roadId, line } = buffer;
  if (typeof roadId === 'string' && !line) {
    if (!/^\d{1,18}$/.test(roadId)) refuse(`${field}.roadId`, 'is no id of a road', 'road-id');
    return { kind: 'road', roadId, meters };
  }
  if (!line || typeof roadId === 'string') refuse(field, 'give roadId or line', 'one-of');
  if (line.type !== 'LineString') refuse(`${field}.line`, 'must be a LineString', 'wrong-type');
  return { kind: 'line', line: takeInLine(line.coordinates, `${field}.line`), meters };
}

/** A line short enough to be walked along. */
export function takeInLine(line: readonly LonLat[], field: string): readonly LonLat[] {
  const length = line.slice(1).reduce((sum, to, i) => sum + distanceMeters(line[i]!, to), 0);
  if (length > withinLimits.lineMeters) {
    refuse(field, `is longer than ${withinLimits.lineMeters} metres`, 'distance', {
      max: withinLimits.lineMeters,
    });
  }
  return line;
}

/** Takes in what a caller sent: exactly one of the four, each inside its limits. */
export function takeInWithin(input: WithinInput, field = 'within'): Within {
  const given = (['areaCode', 'polygon', 'circle', 'roadBuffer'] as const).filter(
    (key) => input[key] !== undefined && input[key] !== null,
  );
  if (given.length !== 1) {
    refuse(field, 'give exactly one of areaCode, polygon, circle, roadBuffer', 'one-of', { given });
  }
  if (typeof input.areaCode === 'string') {
    if (areaLevelOf(input.areaCode) === null) {
      refuse(`${field}.areaCode`, `${input.areaCode} is no code of an area`, 'unknown-code');
    }
    return { kind: 'area', areaCode: input.areaCode };
  }
  if (input.polygon) {
    const shape = input.polygon;
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') {
      refuse(`${field}.polygon`, 'must be a Polygon or MultiPolygon', 'wrong-type');
    }
    return { kind: 'polygon', shape: shape as PolygonShape };
  }
  if (input.circle) {
    const at = `${field}.circle`;
    return {
      kind: 'circle',
      center: takeInPosition(input.circle.center, `${at}.center`),
      radiusMeters: takeInMeters(
        input.circle.radiusMeters,
        `${at}.radiusMeters`,
        withinLimits.radiusMeters,
      ),
    };
  }
  return takeInBuffer(input.roadBuffer!, `${field}.roadBuffer`);
}

/** One degree of latitude is at least this long anywhere on the ellipsoid, so a box made by it is never too small. */
const metersPerDegree = 110_500;

/** The box that holds everything within `meters` of these points. */
export function envelopeAround(points: readonly LonLat[], meters: number): Envelope {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const up = meters / metersPerDegree;
  const farthest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + up);
  const aside = up / Math.cos((farthest * Math.PI) / 180);
  return [
    Math.max(-180, west - aside),
    Math.max(-90, south - up),
    Math.min(180, east + aside),
    Math.min(90, north + up),
  ];
}
