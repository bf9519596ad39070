/** Gathers changes for a moment, then has their tiles read anew; many places at once become the whole layer. */
import type { LonLat } from 'grid-data';

export const gatherMs = 200;
/** The tile engine follows the journal on its own: what it had not yet seen at the first reading it has at the second. */
export const secondReadingMs = 900;
const mostPlaces = 12;

type Refresh = (layerId: string, near: LonLat | null) => void;

export class TileRefresh {
  #refresh: Refresh;
  #asked = new Map<string, LonLat[] | null>();
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #gathering = false;

  constructor(refresh: Refresh) {
    this.#refresh = refresh;
  }

  ask(layerId: string, near: LonLat | null): void {
    const known = this.#asked.get(layerId);
    const whole = near === null || known === null || (known?.length ?? 0) >= mostPlaces;
    this.#asked.set(layerId, whole ? null : [...(known ?? []), near]);
    if (this.#gathering) return;
    this.#gathering = true;
    this.#after(gatherMs, () => this.#readNow());
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #readNow(): void {
    this.#gathering = false;
    const asked = [...this.#asked];
    this.#asked.clear();
    const read = (): void => {
      for (const [layerId, places] of asked) {
        if (places === null) this.#refresh(layerId, null);
        else for (const place of places) this.#refresh(layerId, place);
      }
    };
    read();
    this.#after(secondReadingMs, read);
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
