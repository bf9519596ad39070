/**
 * The rows of views that still have to be closed in the journal, kept in a file: neither a broken link nor a
 * crash of the gateway leaves a look without its end.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from 'grid-data';
import { z } from 'zod';

const closedView = z.object({
  viewId: z.string(),
  at: z.string(),
  firstFrameAt: z.string().nullable(),
  reason: z.string(),
  bytes: z.number(),
  frames: z.number(),
});
export type ClosedView = z.infer<typeof closedView>;

const line = z.union([
  z.object({ opened: z.string() }),
  z.object({ closed: closedView }),
  z.object({ done: z.string() }),
]);
type Line = z.infer<typeof line>;

/** A file of fewer lines is never written anew. */
const fewLines = 1000;

export class ViewSpool {
  readonly #file: string;
  readonly #onError: (message: string) => void;
  readonly #open = new Set<string>();
  readonly #closed = new Map<string, ClosedView>();
  #lines = 0;

  constructor(file: string, clock: Clock, onError: (message: string) => void) {
    this.#file = file;
    this.#onError = onError;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) this.#recover(readFileSync(file, 'utf8'), clock);
    this.#try(() => this.#rewrite());
  }

  opened(viewId: string): void {
    this.#open.add(viewId);
    this.#append({ opened: viewId });
  }

  /** A view that gis-server never granted leaves no row to close. */
  neverOpened(viewId: string): void {
    this.#open.delete(viewId);
    this.#append({ done: viewId });
  }

  closed(view: ClosedView): void {
    this.#open.delete(view.viewId);
    this.#closed.set(view.viewId, view);
    this.#append({ closed: view });
  }

  acknowledged(viewId: string): void {
    this.#closed.delete(viewId);
    this.#append({ done: viewId });
  }

  get pending(): readonly ClosedView[] {
    return [...this.#closed.values()];
  }

  #recover(text: string, clock: Clock): void {
    for (const row of text.split('\n')) {
      const read = line.safeParse(parseLine(row));
      if (read.success) this.#replay(read.data);
    }
    const at = clock.now().toISOString();
    for (const viewId of this.#open) {
      const reason = 'gateway-restarted';
      this.#closed.set(viewId, { viewId, at, firstFrameAt: null, reason, bytes: 0, frames: 0 });
    }
    this.#open.clear();
  }

  #replay(row: Line): void {
    if ('opened' in row) this.#open.add(row.opened);
    else if ('done' in row) {
      this.#open.delete(row.done);
      this.#closed.delete(row.done);
    } else {
      this.#open.delete(row.closed.viewId);
      this.#closed.set(row.closed.viewId, row.closed);
    }
  }

  #append(row: Line): void {
    this.#lines += 1;
    this.#try(() => {
      if (this.#isMostlyOver) this.#rewrite();
      else appendFileSync(this.#file, `${JSON.stringify(row)}\n`, { mode: 0o600 });
    });
  }

  /** A full disk must neither keep the gateway from starting nor end it: the rows are still in memory. */
  #try(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#onError(`view spool: ${(error as Error).message}`);
    }
  }

  /** Half of it lines of views that are over: with a thousand open views, each line would else cost a new file. */
  get #isMostlyOver(): boolean {
    const needed = this.#open.size + this.#closed.size;
    return this.#lines > Math.max(fewLines, 2 * needed);
  }

  #rewrite(): void {
    const rows: Line[] = [
      ...[...this.#open].map((viewId) => ({ opened: viewId })),
      ...[...this.#closed.values()].map((view) => ({ closed: view })),
    ];
    this.#lines = rows.length;
    const fresh = `${this.#file}.new`;
    writeFileSync(fresh, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { mode: 0o600 });
    renameSync(fresh, this.#file);
  }
}

/** A crash may have cut the last line: it is left out. */
function parseLine(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return null;
  }
}
