/**
 * Follows the journal without a gap: remembers the last row it saw, watches for silence, and begins again from that
 * row after a break. Knows nothing of the transport.
 */
export type FeedEntry = { seq: number; kind: string };
export type FeedStatus = 'connecting' | 'live' | 'lost';

export type FeedSink<Entry> = {
  /** The line stands; rows follow when something happens. */
  opened: () => void;
  entry: (entry: Entry) => void;
  /** The stream has ended, whatever the cause. */
  ended: () => void;
};

export type FeedWiring<Entry extends FeedEntry> = {
  /** Newest row now: everything asked after this answer is at least so new. */
  head: () => Promise<number>;
  subscribe: (afterSeq: number, sink: FeedSink<Entry>) => () => void;
  /** The row to follow from is known: whatever is asked from now on is at least so new. */
  onBegin: () => void;
  onEntry: (entry: Entry) => void;
  /** Too far behind, or too much has changed for rows to tell: what is on screen must be asked anew. */
  onReload: (seq: number) => void;
  onStatus: (status: FeedStatus) => void;
  random?: () => number;
};

/** The server's heartbeat comes every 10 s; two lost and a little are a lost connection. */
export const silenceMs = 25_000;
const firstWaitMs = 500;
const longestWaitMs = 10_000;

export function waitBeforeAttempt(attempt: number, random: () => number): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** attempt);
  return full / 2 + (full / 2) * random();
}

export class JournalFeed<Entry extends FeedEntry> {
  #wiring: FeedWiring<Entry>;
  #lastSeq: number | null = null;
  #attempt = 0;
  #close: (() => void) | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Raised at each connection: words from an earlier one are not heard. */
  #epoch = 0;

  constructor(wiring: FeedWiring<Entry>) {
    this.#wiring = wiring;
  }

  get lastSeq(): number | null {
    return this.#lastSeq;
  }

  start(): void {
    this.#wiring.onStatus('connecting');
    void this.#connect();
  }

  stop(): void {
    this.#epoch += 1;
    this.#hangUp();
    clearTimeout(this.#retry);
  }

  /** The browser says it is back online, or a person asks: no waiting. */
  retryNow(): void {
    this.#attempt = 0;
    this.#lose(0);
  }

  async #connect(): Promise<void> {
    const epoch = (this.#epoch += 1);
    const heard = (): boolean => epoch === this.#epoch;
    this.#watchSilence(heard);
    if (this.#lastSeq === null && !(await this.#begin(heard))) return;
    this.#close = this.#wiring.subscribe(this.#lastSeq ?? 0, {
      opened: () => {
        if (!heard()) return;
        this.#watchSilence(heard);
        this.#wiring.onStatus('live');
      },
      entry: (entry) => {
        if (heard()) this.#take(entry, heard);
      },
      ended: () => {
        if (heard()) this.#lose();
      },
    });
  }

  async #begin(heard: () => boolean): Promise<boolean> {
    try {
      const head = await this.#wiring.head();
      if (!heard()) return false;
      this.#lastSeq = head;
    } catch {
      // Whatever refused the question, the answer is to ask again later; the status says that we are cut off.
      if (heard()) this.#lose();
      return false;
    }
    this.#wiring.onBegin();
    return true;
  }

  #take(entry: Entry, heard: () => boolean): void {
    this.#watchSilence(heard);
    this.#attempt = 0;
    this.#wiring.onStatus('live');
    if (entry.kind === 'reload') {
      this.#lastSeq = entry.seq;
      this.#wiring.onReload(entry.seq);
      return;
    }
    const last = this.#lastSeq ?? -1;
    // A heartbeat may repeat the newest seq, and a resumed stream may repeat a row.
    if (entry.kind !== 'heartbeat' && entry.seq <= last) return;
    this.#lastSeq = Math.max(last, entry.seq);
    this.#wiring.onEntry(entry);
  }

  #watchSilence(heard: () => boolean): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (heard()) this.#lose();
    }, silenceMs);
  }

  #lose(waitMs?: number): void {
    this.#epoch += 1;
    this.#hangUp();
    this.#wiring.onStatus('lost');
    clearTimeout(this.#retry);
    const wait = waitMs ?? waitBeforeAttempt(this.#attempt, this.#wiring.random ?? Math.random);
    this.#attempt += 1;
    this.#retry = setTimeout(() => void this.#connect(), wait);
  }

  #hangUp(): void {
    clearTimeout(this.#silence);
    this.#close?.();
    this.#close = null;
  }
}
