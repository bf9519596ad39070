/** A document of another system of the city, a file or an HTTP address, asked for again and again; the last good one is kept. */
import { createReadStream } from 'node:fs';
import type { Clock } from 'grid-data';
import type { z } from 'zod';

/** `unreachable`: it gave nothing; `not-understood`: what it gave is not of the declared form. */
export type SourceFailure = 'unreachable' | 'not-understood';
export type Latest<Value> = {
  heard: { value: Value; at: Date } | null;
  failure: SourceFailure | null;
};

type SourceParts<Value> = {
  /** A path, or http(s)://; never leads on to another host. */
  address: string;
  form: z.ZodType<Value>;
  clock: Clock;
};

const askEveryMs = 60_000;
const patienceMs = 10_000;
const mostBytes = 4 * 1024 * 1024;

export class OutsideSource<Value> {
  readonly #parts: SourceParts<Value>;
  #latest: Latest<Value> = { heard: null, failure: null };
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
    const text = await this.#read().catch(() => null);
    if (text === null) return this.#fail('unreachable');
    const parsed = this.#parts.form.safeParse(parse(text));
    if (!parsed.success) return this.#fail('not-understood');
    this.#latest = { heard: { value: parsed.data, at: this.#parts.clock.now() }, failure: null };
  }

  #fail(failure: SourceFailure): void {
    this.#latest = { ...this.#latest, failure };
  }

  async #read(): Promise<string> {
    const { address } = this.#parts;
    if (!/^https?:/.test(address)) return textOf(createReadStream(address));
    const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), this.#stopped.signal]);
    const answer = await fetch(address, { redirect: 'error', signal });
    if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status}`);
    return textOf(answer.body);
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error('the document is too long');
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
