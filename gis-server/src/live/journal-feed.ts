import { seesArea } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { maySee } from '#journal/visibility.ts';
import { DomainError, type Clock, type JournalKind } from 'grid-data';
import { BoundedQueue } from './bounded-queue.ts';

/** Signs between the rows: the connection lives, or too much has changed to be told and everything must be asked again. */
export type FeedSign = {
  readonly kind: 'heartbeat' | 'reload';
  readonly seq: number;
  readonly at: Date;
};
export type FeedEntry = JournalRow | FeedSign;

export type FeedRequest = { afterSeq?: number | null; kinds?: readonly JournalKind[] | null };

export function isFeedSign(entry: FeedEntry): entry is FeedSign {
  return entry.kind === 'heartbeat' || entry.kind === 'reload';
}

const heartbeatMs = 10_000;
/** Behind by more, reading the present anew is quicker than the story of it. */
const longestGap = 5000;
const pageSize = 500;
/** Rows a subscriber may leave unread before it is cut; it resumes by its last seq. */
const queueLimit = 2000;

/** An import changes by the thousand what no row tells of, for whoever looks at any of it. */
function fillsAnew(viewer: Viewer, row: JournalRow): boolean {
  if (row.kind !== 'import.applied') return false;
  return seesArea(viewer, row.areaCode) || viewer.scopePrefix.startsWith(row.areaCode);
}

type FeedParts = { reader: JournalReader; clock: Clock; heartbeatMs?: number; queueLimit?: number };

/** The journal as a stream for one subscriber: resumes after a seq, keeps to the scope, never blocks the others. */
export class JournalFeed {
  readonly #parts: FeedParts;
  readonly #open = new Map<BoundedQueue<FeedEntry>, Viewer>();

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  get subscribers(): number {
    return this.#open.size;
  }

  async *subscribe(viewer: Viewer, request: FeedRequest = {}): AsyncGenerator<FeedEntry> {
    const { reader, clock } = this.#parts;
    const queue = new BoundedQueue<FeedEntry>(this.#parts.queueLimit ?? queueLimit);
    this.#open.set(queue, viewer);
    const wanted = (row: JournalRow) =>
      (request.kinds?.includes(row.kind) ?? true) && maySee(viewer, row);
    const toldOf = (row: JournalRow): FeedEntry[] => [
      ...(wanted(row) ? [row] : []),
      ...(fillsAnew(viewer, row) ? [{ kind: 'reload', seq: row.seq, at: row.at } as const] : []),
    ];
    let sentSeq = request.afterSeq ?? reader.head();
    const forget = reader.onEntries((rows) =>
      rows.flatMap(toldOf).forEach((entry) => queue.push(entry)),
    );
    const sign = (kind: FeedSign['kind']): FeedSign => ({
      kind,
      seq: reader.head(),
      at: clock.now(),
    });
    const heartbeat = setInterval(
      () => queue.push(sign('heartbeat')),
      this.#parts.heartbeatMs ?? heartbeatMs,
    );
    try {
      const gap = reader.head() - sentSeq;
      if (gap > longestGap || gap < 0) {
        const reload = sign('reload');
        sentSeq = reload.seq;
        yield reload;
      } else {
        for await (const row of this.#missed(viewer, sentSeq)) {
          sentSeq = row.seq;
          yield* toldOf(row);
        }
      }
      for await (const entry of queue) {
        if (!isFeedSign(entry) && entry.seq <= sentSeq) continue;
        yield entry;
      }
    } finally {
      clearInterval(heartbeat);
      forget();
      this.#open.delete(queue);
    }
  }

  /** Ends what a session or a user receives, because the right to it has ended or changed. */
  end(of: { sessionId?: string; userId?: string }, reason: string): void {
    for (const [queue, viewer] of this.#open) {
      if (viewer.sessionId === of.sessionId || viewer.userId === of.userId) {
        queue.fail(new DomainError('not-allowed', 'the right to this feed has ended', { reason }));
      }
    }
  }

  close(): void {
    for (const queue of this.#open.keys()) queue.end();
  }

  async *#missed(viewer: Viewer, afterSeq: number): AsyncGenerator<JournalRow> {
    const { reader } = this.#parts;
    let last = afterSeq;
    for (;;) {
      if (last >= reader.head()) return;
      const page = await reader.readAfter(viewer, last, pageSize);
      yield* page.rows;
      last = page.lastSeq;
      if (!page.isFull) return;
    }
  }
}
