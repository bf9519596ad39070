/** Of all that a turning camera could see, cut by houses and hills, the part between the edges of its picture now. */
import polygonClipping, { type MultiPolygon, type Polygon } from 'polygon-clipping';
import { coneRing, type LonLat } from 'grid-data';
import { cannotBeWorkedOut, type Ground, type WorkedOutSight } from './view-cones.ts';

type Look = {
  bearingDeg?: number | null;
  widthDeg?: number | null;
  rangeMeters?: number | null;
};

/**
 * Whether houses and hills are cut out of it. Without geometry nothing is seen: a wall stands before the lens, or no
 * range is known.
 */
type SeenNow = { geometry: Ground | null; isCut: boolean };

export function seenBetween(at: LonLat, look: Look, sight: WorkedOutSight | null): SeenNow {
  const sector = sectorOf(at, look);
  if (sector === null) return { geometry: null, isCut: false };
  const uncut: SeenNow = {
    geometry: { type: 'Polygon', coordinates: sector },
    isCut: false,
  };
  if (sight === null || cannotBeWorkedOut(sight)) return uncut;
  const reach = sight.reach as Ground | null | undefined;
  if (!reach) return { geometry: null, isCut: true };
  if (isAllAround(look)) return { geometry: reach, isCut: true };
  try {
    const coordinates = polygonClipping.intersection(reach.coordinates as MultiPolygon, sector);
    const geometry: Ground | null =
      coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
    return { geometry, isCut: true };
  } catch {
    // Edges that all but coincide are more than the library can tell apart: then the cone says that it is not cut.
    return uncut;
  }
}

function isAllAround({ bearingDeg, widthDeg }: Look): boolean {
  return bearingDeg == null || widthDeg == null || widthDeg >= 360;
}

function sectorOf([longitude, latitude]: LonLat, look: Look): Polygon | null {
  const { bearingDeg = null, widthDeg = null, rangeMeters } = look;
  if (!rangeMeters || rangeMeters <= 0) return null;
  const pose = { longitude, latitude, bearingDeg, widthDeg, rangeMeters, heightMeters: null };
  return [coneRing(pose).map(([lon, lat]) => [lon, lat])];
}
