/** A document of another system of the city, a file or an HTTP address, asked for again and again; the last good one is kept. */
import { createReadStream } from 'node:fs';
import type { Clock } from 'grid-data';
import type { RejectedRow } from 'grid-data/import';

/** `unreachable`: it gave nothing; `not-understood`: what it gave is not of the declared form. */
export type SourceFailure = 'unreachable' | 'not-understood';
export type Latest<Value> = {
  heard: { value: Value; at: Date } | null;
  failure: SourceFailure | null;
  /** Rows of the newest answer that could not be taken. */
  rejects: readonly RejectedRow[];
};

/** What an answer says: `value` null where it cannot be understood at all. */
export type Understood<Value> = { value: Value | null; rejects: readonly RejectedRow[] };

type SourceParts<Value> = {
  /** A path, or http(s)://; never leads on to another host. */
  address: string;
  understand: (bytes: Uint8Array) => Understood<Value>;
  clock: Clock;
};

const askEveryMs = 60_000;
const patienceMs = 10_000;
const mostBytes = 4 * 1024 * 1024;

export class OutsideSource<Value> {
  readonly #parts: SourceParts<Value>;
  #latest: Latest<Value> = { heard: null, failure: null, rejects: [] };
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopped = new AbortController();

  constructor(parts: SourceParts<Value>) {
    this.#parts = parts;
  }

  latest(): Latest<Value> {
    return this.#latest;
  }

  start(): void {
    void this.ask();
    this.#timer = setInterval(() => void this.ask(), askEveryMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stopped.abort();
  }

  /** Never fails: what went wrong is told with what was heard before. */
  async ask(): Promise<void> {
    const bytes = await this.#read().catch(() => null);
    if (bytes === null) return this.#fail('unreachable', []);
    const { value, rejects } = this.#parts.understand(bytes);
    if (value === null) return this.#fail('not-understood', rejects);
    this.#latest = { heard: { value, at: this.#parts.clock.now() }, failure: null, rejects };
  }

  #fail(failure: SourceFailure, rejects: readonly RejectedRow[]): void {
    this.#latest = { ...this.#latest, failure, rejects };
  }

  async #read(): Promise<Uint8Array> {
    const { address } = this.#parts;
    if (!/^https?:/.test(address)) return bytesOf(createReadStream(address));
    const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), this.#stopped.signal]);
    const answer = await fetch(address, { redirect: 'error', signal });
    if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status}`);
    return bytesOf(answer.body);
  }
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error('the document is too long');
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
