/** Fetches the base style of a theme and keeps asking while the tile server does not answer. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ThemeName } from '../engine.ts';
import { bareStyle, fetchBaseStyle } from './base-style.ts';

const retryMs = 5000;

type StyleListener = { onStyle: () => void; onTrouble: (cause: string | null) => void };

export class StyleKeeper {
  #map: MapLibreMap;
  #listener: StyleListener;
  #wanted: ThemeName | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(map: MapLibreMap, listener: StyleListener) {
    this.#map = map;
    this.#listener = listener;
    map.on('style.load', () => listener.onStyle());
  }

  async use(theme: ThemeName): Promise<void> {
    if (theme === this.#wanted) return;
    this.#wanted = theme;
    await this.#fetch(theme);
  }

  stop(): void {
    this.#wanted = null;
    clearTimeout(this.#retry);
  }

  async #fetch(theme: ThemeName): Promise<void> {
    clearTimeout(this.#retry);
    try {
      const style = await fetchBaseStyle(theme);
      if (theme !== this.#wanted) return;
      this.#map.setStyle(style, { diff: false });
      this.#listener.onTrouble(null);
    } catch (cause) {
      if (theme !== this.#wanted) return;
      this.#listener.onTrouble(cause instanceof Error ? cause.message : String(cause));
      this.#map.setStyle(bareStyle(), { diff: false });
      this.#retry = setTimeout(() => void this.#fetch(theme), retryMs);
    }
  }
}
