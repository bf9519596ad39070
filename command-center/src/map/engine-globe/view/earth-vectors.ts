/** Points and directions in the earth's own frame (WGS84, metres), as far as a map camera needs them. */
export type Vector = readonly [x: number, y: number, z: number];

const semiMajorMeters = 6_378_137;
const flattening = 1 / 298.257_223_563;
const eccentricitySquared = flattening * (2 - flattening);
const radians = Math.PI / 180;

export function groundPoint(longitude: number, latitude: number, heightMeters: number): Vector {
  const [sinLat, cosLat] = [Math.sin(latitude * radians), Math.cos(latitude * radians)];
  const normal = semiMajorMeters / Math.sqrt(1 - eccentricitySquared * sinLat * sinLat);
  return [
    (normal + heightMeters) * cosLat * Math.cos(longitude * radians),
    (normal + heightMeters) * cosLat * Math.sin(longitude * radians),
    (normal * (1 - eccentricitySquared) + heightMeters) * sinLat,
  ];
}

/** East, north and up at a place. */
export function axesAt(
  longitude: number,
  latitude: number,
): { east: Vector; north: Vector; up: Vector } {
  const [sinLon, cosLon] = [Math.sin(longitude * radians), Math.cos(longitude * radians)];
  const [sinLat, cosLat] = [Math.sin(latitude * radians), Math.cos(latitude * radians)];
  return {
    east: [-sinLon, cosLon, 0],
    north: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
  };
}

export const plus = (a: Vector, b: Vector, times = 1): Vector => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
];

export const scaled = (a: Vector, times: number): Vector => [
  a[0] * times,
  a[1] * times,
  a[2] * times,
];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const length = (a: Vector): number => Math.sqrt(dot(a, a));

export const unit = (a: Vector): Vector => scaled(a, 1 / length(a));

const semiMinorMeters = semiMajorMeters * (1 - flattening);

/** Whether the earth itself stands between an eye and a point. */
export function isBehindHorizon(eye: Vector, point: Vector): boolean {
  const round = ([x, y, z]: Vector): Vector => [
    x / semiMajorMeters,
    y / semiMajorMeters,
    z / semiMinorMeters,
  ];
  const from = round(eye);
  const to = plus(round(point), from, -1);
  const toHorizonSquared = dot(from, from) - 1;
  const ahead = -dot(to, from);
  return ahead > toHorizonSquared && (ahead * ahead) / dot(to, to) > toHorizonSquared;
}
