/** Which key unit a past incident was about, where one that does such things stands near. */
import type { KeyUnitKind } from '#domain/field/key-unit.ts';
import type { KeyUnitRow } from '../rows.ts';

const kindsByClass: Readonly<Record<string, readonly KeyUnitKind[]>> = {
  E0101: ['illegal-building'],
  E0102: ['shop', 'eatery', 'stall'],
  E0302: ['building-site'],
  E0305: ['building-site'],
  E0501: ['stall'],
  E0504: ['shop', 'eatery'],
  E0507: ['shop', 'factory', 'illegal-building'],
  E0508: ['eatery', 'stall'],
  E0511: ['shop', 'eatery', 'crowded-place'],
};

const nearMeters = 250;
const metersPerDegree = 111_320;

type Spot = { classCode: string; areaCode: string; longitude: number; latitude: number };

export type UnitFinder = (incident: Spot) => string | null;

export function unitFinder(units: readonly KeyUnitRow[]): UnitFinder {
  const byArea = Map.groupBy(units, (unit) => unit.areaCode);
  return ({ classCode, areaCode, longitude, latitude }) => {
    const kinds = kindsByClass[classCode] ?? [];
    const shrink = Math.cos((latitude * Math.PI) / 180);
    let nearest: { id: string; meters: number } | null = null;
    for (const unit of byArea.get(areaCode) ?? []) {
      if (!kinds.includes(unit.kind)) continue;
      const east = (unit.longitude - longitude) * shrink;
      const meters = Math.hypot(east, unit.latitude - latitude) * metersPerDegree;
      if (meters < nearMeters && meters < (nearest?.meters ?? Infinity)) {
        nearest = { id: unit.id, meters };
      }
    }
    return nearest?.id ?? null;
  };
}
