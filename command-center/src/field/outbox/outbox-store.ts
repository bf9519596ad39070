/** Where the outbox lies on the phone: IndexedDB, which outlives reloads, restarts and a flat battery. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { NewEntry, OutboxEntry } from './outbox-entry.ts';

interface FieldSchema extends DBSchema {
  outbox: { key: number; value: OutboxEntry; indexes: { id: string } };
  snapshots: { key: string; value: Snapshot };
}

/** What the server said last, shown while it cannot be asked. */
export type Snapshot = { value: unknown; at: number };

export type Kept = { kept: true } | { kept: false; reason: 'storage-full' | 'storage-broken' };

/** What leaves, and what points elsewhere, when something is put in its place. */
export type StandsInFor = { gone: readonly number[]; changed: readonly OutboxEntry[] };

export class OutboxStore {
  readonly #database: Promise<IDBPDatabase<FieldSchema>>;

  constructor(name = 'cloud-eye-field') {
    this.#database = openDB<FieldSchema>(name, 1, {
      upgrade(database) {
        const outbox = database.createObjectStore('outbox', {
          keyPath: 'seq',
          autoIncrement: true,
        });
        outbox.createIndex('id', 'id', { unique: true });
        database.createObjectStore('snapshots');
      },
    });
    // Whoever asks is told; this alone is nobody's failure.
    this.#database.catch(() => undefined);
  }

  /**
   * All or none: a report without the photos that were taken for it would be another report. What they stand in for goes
   * in the same breath, or stays with the rest.
   */
  async add(
    entries: readonly NewEntry[],
    madeAt: number,
    { gone, changed }: StandsInFor = { gone: [], changed: [] },
  ): Promise<Kept> {
    try {
      const tx = (await this.#database).transaction('outbox', 'readwrite', {
        durability: 'strict',
      });
      try {
        for (const seq of gone) await tx.store.delete(seq);
        for (const entry of changed) await tx.store.put(entry);
        for (const entry of entries) {
          await tx.store.add({ ...entry, ...unsent, madeAt } as OutboxEntry);
        }
      } catch (error) {
        tx.done.catch(() => undefined); // broken off by us
        tx.abort();
        throw error;
      }
      await tx.done;
      return { kept: true };
    } catch (error) {
      return { kept: false, reason: isFull(error) ? 'storage-full' : 'storage-broken' };
    }
  }

  async all(): Promise<OutboxEntry[]> {
    return (await this.#database).getAll('outbox');
  }

  /** Where it has been thrown away meanwhile it stays so. */
  async change(seq: number, change: Partial<OutboxEntry>): Promise<void> {
    const tx = (await this.#database).transaction('outbox', 'readwrite', { durability: 'strict' });
    const entry = await tx.store.get(seq);
    if (entry !== undefined) await tx.store.put({ ...entry, ...change });
    await tx.done;
  }

  async remove(seqs: readonly number[]): Promise<void> {
    const tx = (await this.#database).transaction('outbox', 'readwrite');
    await Promise.all([...seqs.map((seq) => tx.store.delete(seq)), tx.done]);
  }

  async snapshot(key: string): Promise<Snapshot | undefined> {
    return (await this.#database).get('snapshots', key);
  }

  async keepSnapshot(key: string, snapshot: Snapshot): Promise<void> {
    await (await this.#database).put('snapshots', snapshot, key);
  }

  /** What was seen goes; what is being written stays with who writes it. */
  async forgetSnapshots(): Promise<void> {
    const tx = (await this.#database).transaction('snapshots', 'readwrite');
    const seen = (await tx.store.getAllKeys()).filter((key) => !key.startsWith(draftPrefix));
    await Promise.all([...seen.map((key) => tx.store.delete(key)), tx.done]);
  }
}

/** Before the id of who writes. */
export const draftPrefix = 'draft ';

const unsent = {
  state: 'waiting',
  firstTriedAt: null,
  refusal: null,
  answer: null,
  sentAt: null,
} as const;

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
