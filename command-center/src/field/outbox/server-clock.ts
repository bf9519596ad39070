/** How far the phone's clock is from the server's, by the Date of each answer. */
const keptAt = 'cloud-eye.field.clock-offset';
/** A wrong clock is said from here on; times are set right from the first second. */
const wrongFromMs = 90_000;
/** The Date of an answer knows whole seconds. */
const dateStepMs = 1_000;

export class ServerClock {
  #offsetMs: number;
  #known = false;

  constructor() {
    this.#offsetMs = readKept();
  }

  /** Server time less phone time, in milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Whether a server has said its time since the app was opened. */
  get known(): boolean {
    return this.#known;
  }

  get isWrong(): boolean {
    return Math.abs(this.#offsetMs) > wrongFromMs;
  }

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** The answer left the server somewhere between the asking and its arrival. */
  note(dateHeader: string | null, askedAt: number, answeredAt: number): void {
    const said = Date.parse(dateHeader ?? '');
    if (Number.isNaN(said)) return;
    const offset = said + dateStepMs / 2 - (askedAt + answeredAt) / 2;
    this.#known = true;
    this.#offsetMs = Math.round(offset);
    keep(this.#offsetMs);
  }

  /** When something was seen, by the server's clock; never in its future. */
  seenAt(madeAt: number): string {
    const corrected = Math.min(madeAt + this.#offsetMs, this.now() - 2 * dateStepMs);
    return new Date(corrected).toISOString();
  }
}

function readKept(): number {
  try {
    return Number(localStorage.getItem(keptAt) ?? 0) || 0;
  } catch {
    return 0; // storage is closed: the next answer says it anew
  }
}

function keep(offsetMs: number): void {
  try {
    localStorage.setItem(keptAt, String(offsetMs));
  } catch {
    // As above.
  }
}
