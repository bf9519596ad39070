/** Counts repeated errors and prints each once a minute: 500 cameras that drop at once are one line. */
import { redact } from '#health/redact.ts';

const periodMs = 60_000;
const kindsKept = 200;

export class ErrorDigest {
  readonly #counts = new Map<string, number>();
  readonly #print: (line: string) => void;
  readonly #timer: NodeJS.Timeout;
  #total = 0;

  constructor(print: (line: string) => void = (line) => console.error(line)) {
    this.#print = print;
    this.#timer = setInterval(() => this.flush(), periodMs);
    this.#timer.unref();
  }

  /** The first of its kind is printed at once, its repetitions with the minute. */
  add(message: string): void {
    const line = redact(message).slice(0, 500);
    this.#total += 1;
    const seen = this.#counts.get(line);
    if (seen === undefined && this.#counts.size >= kindsKept) return;
    if (seen === undefined) this.#print(line);
    this.#counts.set(line, (seen ?? 0) + 1);
  }

  get total(): number {
    return this.#total;
  }

  flush(): void {
    for (const [line, count] of this.#counts) {
      if (count > 1) this.#print(`${line} (${count} times within a minute)`);
    }
    this.#counts.clear();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.flush();
  }
}
