import { DomainError } from 'grid-data';

/** The world is a square of 2^30 units (3.7 cm at the equator), y growing southward. CGCS2000 is taken as WGS-84. */
export const worldBits = 30;
export const worldUnits = 2 ** worldBits;

const maxLatitude = 85.0511287798;

export type WorldPoint = { x: number; y: number };

export function toWorld(longitude: number, latitude: number): WorldPoint {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    throw new DomainError('invalid-input', 'a position must be two finite numbers', {
      reason: 'position-not-finite',
      details: { longitude, latitude },
    });
  }
  const sine = Math.sin((Math.max(-maxLatitude, Math.min(maxLatitude, latitude)) * Math.PI) / 180);
  const unitX = (longitude + 180) / 360;
  const unitY = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { x: toUnits(unitX), y: toUnits(unitY) };
}

export function toLongitudeLatitude({ x, y }: WorldPoint): [longitude: number, latitude: number] {
  const longitude = (x / worldUnits) * 360 - 180;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / worldUnits))) * 180) / Math.PI;
  return [longitude, latitude];
}

function toUnits(unit: number): number {
  return Math.max(0, Math.min(worldUnits - 1, Math.floor(unit * worldUnits)));
}
