/** How the screens do: kept in memory, for a screen that is silent has none worth keeping. */
import type { Clock, ScreenHealth, ScreenState } from 'grid-data';

type Known = { areaCode: string; state: ScreenState; jpeg: { text: string; at: string } | null };

export class ScreenStates {
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();
  /** A screen that reloads has two connections for a moment. */
  readonly #connections = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  came(screenId: string, areaCode: string): ScreenState {
    this.#connections.set(screenId, (this.#connections.get(screenId) ?? 0) + 1);
    const before = this.#known.get(screenId);
    const state: ScreenState =
      before?.state.connected === true
        ? before.state
        : { screenId, connected: true, since: this.#now(), health: null, heardAt: null };
    this.#known.set(screenId, { areaCode, state, jpeg: before?.jpeg ?? null });
    return state;
  }

  /** Null while another connection of the same screen lives. */
  left(screenId: string): ScreenState | null {
    const connections = (this.#connections.get(screenId) ?? 1) - 1;
    this.#connections.set(screenId, connections);
    if (connections > 0) return null;
    return this.#change(screenId, (state) => ({
      ...state,
      connected: false,
      since: this.#now(),
    }));
  }

  heard(screenId: string, health: ScreenHealth): ScreenState | null {
    return this.#change(screenId, (state) => ({ ...state, health, heardAt: this.#now() }));
  }

  pictured(screenId: string, text: string): string | null {
    const known = this.#known.get(screenId);
    if (known === undefined) return null;
    known.jpeg = { text, at: this.#now() };
    return known.jpeg.at;
  }

  of(sees: (areaCode: string) => boolean): Known[] {
    return [...this.#known.values()].filter(({ areaCode }) => sees(areaCode));
  }

  #change(screenId: string, change: (state: ScreenState) => ScreenState): ScreenState | null {
    const known = this.#known.get(screenId);
    if (known === undefined) return null;
    known.state = change(known.state);
    return known.state;
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }
}
