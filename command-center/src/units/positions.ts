/** Where units are, as the live channel tells it: a full frame replaces, the others change and take away. */
export type UnitPosition = {
  longitude: number;
  latitude: number;
  headingDeg: number;
  speedMps: number;
  /** When the unit reported, by this browser's clock. */
  heardAt: number;
};

export type PositionsFrame = {
  full: boolean;
  /** [unitId, longitude, latitude, headingDeg, speedMps, ageSeconds] */
  units: readonly (readonly [string, number, number, number, number, number])[];
  gone?: readonly string[];
};

export type Positions = ReadonlyMap<string, UnitPosition>;

export function afterFrame(before: Positions, frame: PositionsFrame, now: number): Positions {
  const positions = new Map(frame.full ? [] : before);
  for (const unitId of frame.gone ?? []) positions.delete(unitId);
  for (const [unitId, longitude, latitude, headingDeg, speedMps, ageSeconds] of frame.units) {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) continue;
    const heardAt = now - ageSeconds * 1000;
    positions.set(unitId, { longitude, latitude, headingDeg, speedMps, heardAt });
  }
  return positions;
}

/** A unit that has said nothing for so long is drawn dim: it may be elsewhere. */
export const silentAfterMs = 60_000;
