/** Which of the map's sources do not come, as one cause to show; null when all of them do again. */
import type { Map as MapLibreMap } from 'maplibre-gl';

export const forgetMs = 30_000;

export class TroubleWatch {
  #causes = new Map<string, string>();
  #forget: ReturnType<typeof setTimeout> | undefined;
  #tell: (cause: string | null) => void;

  constructor(map: MapLibreMap, tell: (cause: string | null) => void) {
    this.#tell = tell;
    map.on('error', (event) => {
      const { sourceId, error } = event as { sourceId?: string; error?: { message: string } };
      this.set(sourceId ?? 'map', error?.message ?? 'map error');
      if (sourceId === undefined) this.#forgetLater();
    });
    map.on('sourcedata', (event) => {
      if (event.isSourceLoaded) this.set(event.sourceId, null);
    });
  }

  set(subject: string, cause: string | null): void {
    const before = this.#first();
    if (cause === null) this.#causes.delete(subject);
    else this.#causes.set(subject, cause);
    const after = this.#first();
    if (after !== before) this.#tell(after);
  }

  /** No event says that a glyph or a picture came after all; what is still missing is said again. */
  #forgetLater(): void {
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => this.set('map', null), forgetMs);
  }

  #first(): string | null {
    return this.#causes.values().next().value ?? null;
  }
}
