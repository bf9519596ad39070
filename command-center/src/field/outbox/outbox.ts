/** Sends what was kept: in order, each exactly once, and says of each why it is still here. */
import { createStore, type Store } from '#ui/create-store.ts';
import { inPlaceOf, isWrongTime } from './correct-entry.ts';
import { inSendingOrder } from './outbox-entry.ts';
import type { EntryRefusal, NewEntry, OutboxEntry } from './outbox-entry.ts';
import type { Kept, OutboxStore } from './outbox-store.ts';

/** Why nothing goes now, whatever it is. */
export const stopReasons = ['unreachable', 'server-trouble', 'signed-out'] as const;
export type StopReason = (typeof stopReasons)[number];

export type Outcome =
  | { sent: true; answer: unknown }
  | { sent: false; refusal: EntryRefusal }
  | { sent: false; stop: StopReason };

export type OutboxState = {
  entries: readonly OutboxEntry[];
  sending: boolean;
  stopped: StopReason | null;
};

type Parts = {
  store: OutboxStore;
  /** `answerOf` gives what the server answered to an entry that this one needs. */
  send: (entry: OutboxEntry, answerOf: (id: string) => unknown) => Promise<Outcome>;
  /** Who sends now; entries of others wait for them. */
  userId: () => string | null;
  now: () => number;
  serverNow: () => number;
};

/** The server remembers commands for seven days: what may have arrived before that must not be said again by itself. */
const repeatableMs = 6.5 * 86_400_000;
const sentShownMs = 86_400_000;

export class Outbox {
  readonly state: Store<OutboxState> = createStore<OutboxState>({
    entries: [],
    sending: false,
    stopped: null,
  });
  readonly #parts: Parts;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    this.state.set({ entries: await this.#parts.store.all() });
  }

  /** Kept on the phone before anything is sent. */
  async keep(entries: readonly NewEntry[]): Promise<Kept> {
    const kept = await this.#parts.store.add(entries, this.#parts.now());
    if (kept.kept) await this.load();
    return kept;
  }

  /** A corrected report in the place of the refused one, which leaves when this is kept and not before. */
  async keepCorrected(oldId: string, made: readonly NewEntry[]): Promise<Kept> {
    const { entries } = this.state.get();
    const old = entries.find(({ id, state }) => id === oldId && state === 'refused');
    if (old === undefined) return this.keep(made);
    const madeAt = isWrongTime(old) ? this.#parts.now() : old.madeAt;
    const { fresh, ...instead } = inPlaceOf(old, made, entries);
    const kept = await this.#parts.store.add(fresh, madeAt, instead);
    if (kept.kept) await this.load();
    return kept;
  }

  /** One run at a time, over all windows of the app; whoever asks meanwhile gets another run after this one. */
  sendAll(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#runAlone().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** The worker's word on a refused entry: once more, perhaps with what has changed meanwhile. */
  async tryAgain(seq: number, change: Partial<OutboxEntry> = {}): Promise<void> {
    await this.#change(seq, { ...change, state: 'waiting', refusal: null, firstTriedAt: null });
    await this.sendAll();
  }

  /** The worker's word: it shall not be sent. A report's photos go with it. */
  async drop(entry: OutboxEntry): Promise<void> {
    const photos = entry.body.kind === 'photo' ? [] : entry.body.photos;
    const gone = this.state
      .get()
      .entries.filter(({ id }) => id === entry.id || photos.includes(id));
    await this.#parts.store.remove(gone.map(({ seq }) => seq));
    await this.load();
    await this.sendAll();
  }

  async #runAlone(): Promise<void> {
    const run = async (): Promise<void> => {
      while (this.#again) {
        this.#again = false;
        await this.#run();
      }
    };
    const { locks } = navigator;
    if (locks === undefined) await run();
    else await locks.request('cloud-eye-outbox', run);
  }

  async #run(): Promise<void> {
    await this.load();
    await this.#forgetSent();
    this.state.set({ sending: true });
    let stopped: StopReason | null = null;
    try {
      for (let next = this.#next(); next !== null && stopped === null; next = this.#next()) {
        stopped = await this.#sendOne(next);
      }
    } finally {
      this.state.set({ sending: false, stopped });
    }
  }

  #next(): OutboxEntry | null {
    const { entries } = this.state.get();
    const userId = this.#parts.userId();
    const ready = (entry: OutboxEntry): boolean =>
      entry.state === 'waiting' && entry.userId === userId && waitsFor(entry, entries) === null;
    return inSendingOrder(entries).find(ready) ?? null;
  }

  async #sendOne(entry: OutboxEntry): Promise<StopReason | null> {
    const { send, serverNow, now } = this.#parts;
    const firstTriedAt = entry.firstTriedAt ?? serverNow();
    if (serverNow() - firstTriedAt > repeatableMs) {
      const refusal = { reason: 'tried-long-ago', message: '', details: {} };
      await this.#change(entry.seq, { state: 'refused', refusal });
      return null;
    }
    if (entry.firstTriedAt === null) await this.#change(entry.seq, { firstTriedAt });
    const outcome = await send(entry, (id) => this.#answerOf(id));
    if (outcome.sent) {
      const { answer } = outcome;
      await this.#change(entry.seq, { state: 'sent', answer, sentAt: now() });
      await this.#emptyPhotos();
      return null;
    }
    if ('stop' in outcome) return outcome.stop;
    await this.#change(entry.seq, { state: 'refused', refusal: outcome.refusal });
    return null;
  }

  #answerOf(id: string): unknown {
    return this.state.get().entries.find((entry) => entry.id === id)?.answer;
  }

  async #change(seq: number, change: Partial<OutboxEntry>): Promise<void> {
    await this.#parts.store.change(seq, change);
    await this.load();
  }

  /** The server has them; the phone lets them go once no report that may yet be corrected shows them. */
  async #emptyPhotos(): Promise<void> {
    const { entries } = this.state.get();
    const needed = neededBy(entries);
    for (const { seq, id, state, body } of entries) {
      if (body.kind !== 'photo' || state !== 'sent' || needed.has(id)) continue;
      if (body.bytes.byteLength === 0) continue;
      await this.#change(seq, { body: { ...body, bytes: new ArrayBuffer(0) } });
    }
  }

  /** What arrived is shown for a day, and as long as something that waits rests on it. */
  async #forgetSent(): Promise<void> {
    await this.#emptyPhotos();
    const { entries } = this.state.get();
    const needed = neededBy(entries);
    const before = this.#parts.now() - sentShownMs;
    const old = entries.filter(
      ({ state, sentAt, id }) => state === 'sent' && (sentAt ?? 0) < before && !needed.has(id),
    );
    if (old.length === 0) return;
    await this.#parts.store.remove(old.map(({ seq }) => seq));
    await this.load();
  }
}

/** The entry that this one waits for, or null; one that was thrown away holds nobody up. */
export function waitsFor(
  { needs }: OutboxEntry,
  entries: readonly OutboxEntry[],
): OutboxEntry | null {
  return entries.find(({ id, state }) => needs.includes(id) && state !== 'sent') ?? null;
}

/** Ids that what is unsent rests on. */
function neededBy(entries: readonly OutboxEntry[]): ReadonlySet<string> {
  return new Set(entries.filter(({ state }) => state !== 'sent').flatMap(({ needs }) => needs));
}
