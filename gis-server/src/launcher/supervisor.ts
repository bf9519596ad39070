import type { ChildProcess } from 'node:child_process';
import { startChild, stopChild, type ChildOptions } from './child-process.ts';

const usualPauses = {
  restartsAllowed: 5,
  windowMs: 60_000,
  /** Doubled with each restart in the window. */
  firstDelayMs: 500,
  /** What failed so often is tried again after so long: its cause may have gone. */
  degradedDelayMs: 60_000,
};

type Watched = {
  options: ChildOptions;
  child: ChildProcess;
  address: string;
  restarts: number[];
};

/** Keeps the processes of the stack alive: restarts what dies, ever more slowly, and says what does not stay up. */
export class Supervisor {
  readonly degraded = new Set<string>();
  readonly #watched = new Map<string, Watched>();
  readonly #say: (line: string) => void;
  readonly #onChange: () => void;
  /** What ends by itself, such as the seed. */
  readonly #passing = new Set<ChildProcess>();
  readonly #pauses: typeof usualPauses;
  #stopping = false;

  constructor(
    say: (line: string) => void,
    onChange: () => void,
    pauses: Partial<typeof usualPauses> = {},
  ) {
    this.#say = say;
    this.#onChange = onChange;
    this.#pauses = { ...usualPauses, ...pauses };
  }

  /** Starts a process and waits until it says that it serves; rejects with its last lines where it ends first. */
  start(options: ChildOptions): Promise<string> {
    return new Promise((resolve, reject) => {
      const lastLines: string[] = [];
      let served = false;
      const child = startChild(options, {
        onReady: (url) => {
          served = true;
          const watched = this.#watched.get(options.name);
          if (watched !== undefined) watched.address = url;
          this.#onChange();
          resolve(url);
        },
        onLine: (line) => {
          lastLines.push(line);
          if (lastLines.length > 12) lastLines.shift();
        },
        onExit: (why) => {
          if (!served) reject(new Error(`${options.name} ended (${why})\n${lastLines.join('\n')}`));
          else this.#onEnd(options, why);
        },
      });
      const before = this.#watched.get(options.name);
      this.#watched.set(options.name, {
        options,
        child,
        address: before?.address ?? '',
        restarts: before?.restarts ?? [],
      });
    });
  }

  pids(): Record<string, number> {
    const entries = [...this.#watched].map(([name, { child }]) => [name, child.pid ?? 0] as const);
    return Object.fromEntries(entries);
  }

  addresses(): Record<string, string> {
    return Object.fromEntries([...this.#watched].map(([name, { address }]) => [name, address]));
  }

  /** A process that nobody restarts; where it still runs at the end, it ends with the others. */
  endWithUs(child: ChildProcess): void {
    this.#passing.add(child);
    child.once('exit', () => this.#passing.delete(child));
  }

  /** Ends all, the last started first, so that nobody writes to a database that is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const child of this.#passing) await stopChild(child);
    for (const { child } of [...this.#watched.values()].reverse()) await stopChild(child);
  }

  #onEnd(options: ChildOptions, why: string): void {
    if (this.#stopping) return;
    const watched = this.#watched.get(options.name);
    if (watched === undefined) return;
    const now = Date.now();
    const { restartsAllowed, windowMs, firstDelayMs, degradedDelayMs } = this.#pauses;
    watched.restarts = watched.restarts.filter((at) => now - at < windowMs);
    if (watched.restarts.length >= restartsAllowed) {
      this.degraded.add(options.name);
      this.#say(
        `${options.name} ended ${restartsAllowed + 1} times within a minute (${why}) and is tried again in ${degradedDelayMs / 1000} s: see .run/logs/${options.name}.log`,
      );
      this.#onChange();
      this.#startLater(options, degradedDelayMs);
      return;
    }
    watched.restarts.push(now);
    this.#say(`${options.name} ended (${why}) and is started again`);
    this.#startLater(options, firstDelayMs * 2 ** (watched.restarts.length - 1));
  }

  #startLater(options: ChildOptions, delayMs: number): void {
    setTimeout(() => {
      if (this.#stopping) return;
      this.start(options).then(
        () => {
          this.degraded.delete(options.name);
          this.#onChange();
          this.#say(`${options.name} serves again`);
        },
        (error: Error) => this.#onEnd(options, error.message),
      );
    }, delayMs);
  }
}
