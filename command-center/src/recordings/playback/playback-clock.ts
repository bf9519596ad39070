/** The one clock of a page that plays recordings: every tile is held to it, so that all show the same moment. */
export type ClockState = {
  /** Recorded time at `sinceMs`, Unix milliseconds. */
  positionMs: number;
  sinceMs: number;
  speed: number;
  /** Whether time passes: not while paused, nor while a picture is waited for. */
  runs: boolean;
};

export type Window = { fromMs: number; toMs: number };

export class PlaybackClock {
  readonly #window: Window;
  #state: ClockState;

  constructor(window: Window, nowMs: number) {
    this.#window = window;
    this.#state = { positionMs: window.fromMs, sinceMs: nowMs, speed: 1, runs: false };
  }

  get speed(): number {
    return this.#state.speed;
  }

  get runs(): boolean {
    return this.#state.runs;
  }

  /** Within the granted window, always. */
  positionAt(nowMs: number): number {
    const { positionMs, sinceMs, speed, runs } = this.#state;
    return this.#within(runs ? positionMs + (nowMs - sinceMs) * speed : positionMs);
  }

  isOver(nowMs: number): boolean {
    return this.positionAt(nowMs) >= this.#window.toMs;
  }

  go(nowMs: number, change: { positionMs?: number; speed?: number; runs?: boolean }): void {
    const positionMs = this.#within(change.positionMs ?? this.positionAt(nowMs));
    this.#state = { ...this.#state, ...change, positionMs, sinceMs: nowMs };
  }

  #within(positionMs: number): number {
    return Math.min(this.#window.toMs, Math.max(this.#window.fromMs, positionMs));
  }
}
