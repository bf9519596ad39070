import type { IncidentSpot } from './incident-spots.ts';

/** Until when an incident kept a place busy; null while it is open. */
export type BusyPlace = { longitude: number; latitude: number; until: Date | null };

type Place = Pick<BusyPlace, 'longitude' | 'latitude'>;

export const restMs = 6 * 3_600_000;
/** About fifty meters: what lies nearer is one place on the map. */
const sameDegrees = 0.0005;

/** Which spots had an incident of late: nothing happens there again for hours. */
export class SpotRests {
  readonly #spots: readonly IncidentSpot[];
  readonly #busyAt = new Map<IncidentSpot, number>();

  constructor(spots: readonly IncidentSpot[]) {
    this.#spots = spots;
  }

  note({ until, ...place }: BusyPlace, now: Date): void {
    const at = (until ?? now).getTime();
    for (const spot of this.#spots) {
      if (!isSame(spot, place)) continue;
      this.#busyAt.set(spot, Math.max(at, this.#busyAt.get(spot) ?? 0));
    }
  }

  rested(now: Date): IncidentSpot[] {
    const latest = now.getTime() - restMs;
    return this.#spots.filter((spot) => (this.#busyAt.get(spot) ?? -Infinity) <= latest);
  }
}

function isSame(one: Place, other: Place): boolean {
  return (
    Math.abs(one.longitude - other.longitude) < sameDegrees &&
    Math.abs(one.latitude - other.latitude) < sameDegrees
  );
}
