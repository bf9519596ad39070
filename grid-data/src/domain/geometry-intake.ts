/**
 * The gate every shape from outside passes before any SQL: measured, a self-crossing ring of 2,000 vertices given to
 * ST_MakeValid ends the whole database. Nothing is repaired; a refusal names what and where.
 */
import { firstCrossing, type Coordinate } from './ring-crossing.ts';

export type ShapeType =
  | 'Point'
  | 'MultiPoint'
  | 'LineString'
  | 'MultiLineString'
  | 'Polygon'
  | 'MultiPolygon';

export type Shape =
  | { type: 'Point'; coordinates: Coordinate }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Coordinate[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Coordinate[][] }
  | { type: 'MultiPolygon'; coordinates: Coordinate[][][] };

export type IntakeLimits = { maxVertices: number; maxRings: number };
export const interactiveLimits: IntakeLimits = { maxVertices: 2_000, maxRings: 500 };
export const importLimits: IntakeLimits = { maxVertices: 10_000, maxRings: 500 };

export type IntakeResult =
  | { ok: true; shape: Shape }
  | { ok: false; reason: IntakeRefusal; detail: string; at?: Coordinate };

export type IntakeRefusal =
  | 'not-geojson'
  | 'wrong-type'
  | 'not-finite'
  | 'out-of-range'
  | 'too-many-vertices'
  | 'too-many-rings'
  | 'ring-not-closed'
  | 'ring-too-short'
  | 'line-too-short'
  | 'self-crossing';

class Refusal extends Error {
  readonly refused: Extract<IntakeResult, { ok: false }>;

  constructor(reason: IntakeRefusal, detail: string, at?: Coordinate) {
    super(detail);
    this.refused = { ok: false, reason, detail, ...(at === undefined ? {} : { at }) };
  }
}

const depthByType: Record<ShapeType, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

export type IntakeOptions = {
  limits: IntakeLimits;
  allowed: readonly ShapeType[];
  /** Applied to each vertex first, such as a change of datum; the range check follows. */
  convert?: (coordinate: Coordinate) => Coordinate;
};

/** Checks a GeoJSON geometry: form, finite numbers, range, size, closed rings, no self-crossing. */
export function checkGeometry(value: unknown, options: IntakeOptions): IntakeResult {
  try {
    return { ok: true, shape: takeIn(value, options) };
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

function takeIn(value: unknown, { limits, allowed, convert }: IntakeOptions): Shape {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('type' in value) ||
    !('coordinates' in value)
  ) {
    throw new Refusal('not-geojson', 'a GeoJSON geometry has "type" and "coordinates"');
  }
  const type = value.type as ShapeType;
  if (!allowed.includes(type)) {
    // Anything may stand there, and not everything can be written as text.
    const given = typeof value.type === 'string' ? value.type.slice(0, 40) : typeof value.type;
    throw new Refusal('wrong-type', `${given} where ${allowed.join(' or ')} is expected`);
  }
  const reader = new CoordinateReader(limits, convert ?? ((coordinate) => coordinate));
  const coordinates = reader.read(value.coordinates, depthByType[type]);
  const shape = { type, coordinates } as Shape;
  if (shape.type === 'LineString') checkLine(shape.coordinates);
  if (shape.type === 'MultiLineString') shape.coordinates.forEach(checkLine);
  if (shape.type === 'Polygon') shape.coordinates.forEach(checkRing);
  if (shape.type === 'MultiPolygon') shape.coordinates.flat().forEach(checkRing);
  return shape;
}

class CoordinateReader {
  readonly #limits: IntakeLimits;
  readonly #convert: (coordinate: Coordinate) => Coordinate;
  #vertices = 0;
  #rings = 0;

  constructor(limits: IntakeLimits, convert: (coordinate: Coordinate) => Coordinate) {
    this.#limits = limits;
    this.#convert = convert;
  }

  read(value: unknown, depth: number): unknown {
    if (!Array.isArray(value))
      throw new Refusal('not-geojson', 'coordinates must be nested arrays');
    if (depth === 0) return this.#vertex(value);
    if (value.length === 0) throw new Refusal('not-geojson', 'coordinates must not be empty');
    if (depth === 1) {
      this.#rings += 1;
      if (this.#rings > this.#limits.maxRings) {
        throw new Refusal('too-many-rings', `more than ${this.#limits.maxRings} rings or lines`);
      }
    }
    return value.map((part) => this.read(part, depth - 1));
  }

  #vertex(value: unknown[]): Coordinate {
    this.#vertices += 1;
    if (this.#vertices > this.#limits.maxVertices) {
      throw new Refusal('too-many-vertices', `more than ${this.#limits.maxVertices} vertices`);
    }
    const [x, y] = value;
    if (
      typeof x !== 'number' ||
      typeof y !== 'number' ||
      !Number.isFinite(x) ||
      !Number.isFinite(y)
    ) {
      throw new Refusal('not-finite', `vertex ${this.#vertices} is not two finite numbers`);
    }
    const [longitude, latitude] = this.#convert([x, y]);
    if (!isOnEarth(longitude, latitude)) {
      throw new Refusal(
        'out-of-range',
        `vertex ${this.#vertices} (${x}, ${y}) is no longitude and latitude`,
      );
    }
    return [longitude, latitude];
  }
}

/** Whether a pair is a longitude and a latitude in degrees (NaN and infinities are not). */
export function isOnEarth(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function checkLine(line: Coordinate[]): void {
  if (line.length < 2) {
    throw new Refusal('line-too-short', 'a line has at least two positions', line[0]);
  }
}

function checkRing(ring: Coordinate[]): void {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (ring.length < 4 || first === undefined || last === undefined) {
    throw new Refusal('ring-too-short', 'a ring has at least four positions', first);
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw new Refusal('ring-not-closed', 'the last position of a ring equals its first', last);
  }
  const crossing = firstCrossing(ring);
  if (crossing !== null) {
    const where = `${crossing[0].toFixed(6)}, ${crossing[1].toFixed(6)}`;
    throw new Refusal('self-crossing', `the outline crosses itself at ${where}`, crossing);
  }
}
