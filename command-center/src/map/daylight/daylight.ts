/** How the sun lights the map at a moment. */
import type { LonLat } from 'grid-data';
import { getPosition } from 'suncalc';

export type Daylight = {
  /** Where the light comes from: compass degrees, and degrees above the horizon. */
  azimuthDeg: number;
  altitudeDeg: number;
  /** 0 by night, 1 by day, between them at dawn and dusk. */
  day: number;
};

/** From the south-west and high, so that walls differ from roofs at any bearing; at night too, for nothing else shines. */
export const evenLight: Daylight = { azimuthDeg: 217, altitudeDeg: 45, day: 1 };

/** Civil twilight begins at -6. */
const twilightDeg = { from: -6, to: 6 };
/** A sun on the horizon would leave roofs black. */
const lowestDeg = 12;

/** `atMs`: of the epoch. */
export function daylightAt(atMs: number, [longitude, latitude]: LonLat): Daylight {
  const sun = getPosition(new Date(atMs), latitude, longitude);
  const { from, to } = twilightDeg;
  const share = Math.min(1, Math.max(0, (sun.altitude - from) / (to - from)));
  const day = share * share * (3 - 2 * share);
  if (day === 0) return { ...evenLight, day };
  return { azimuthDeg: sun.azimuth, altitudeDeg: Math.max(lowestDeg, sun.altitude), day };
}

/** As dark as the ground may get where names on it are still read from 8 m. */
const darkest = 0.62;

/** Of the ground: 1 by day. */
export const brightnessOf = ({ day }: Daylight): number => darkest + (1 - darkest) * day;

/** Red, green and blue of the light, 0 to 1: bluish by night, warm while the sun is low. */
export function lightColor({ altitudeDeg, day }: Daylight): [number, number, number] {
  const high = Math.min(1, Math.max(0, (altitudeDeg - lowestDeg) / 25));
  const sun = mixed([1, 0.82, 0.6], [1, 1, 1], high);
  return mixed([0.58, 0.68, 0.95], sun, day);
}

function mixed(
  from: readonly [number, number, number],
  to: readonly [number, number, number],
  share: number,
): [number, number, number] {
  const at = (part: 0 | 1 | 2) => from[part] + (to[part] - from[part]) * share;
  return [at(0), at(1), at(2)];
}
