import { DomainError } from 'grid-data';

/** What one reader has still to take. A reader that leaves more than `limit` unread is cut, not waited for. */
export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #limit: number;
  #items: T[] = [];
  #wake: (() => void) | null = null;
  #failure: Error | null = null;
  #ended = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(item: T): void {
    if (this.#ended || this.#failure !== null) return;
    if (this.#items.length >= this.#limit) {
      this.#items = [];
      this.fail(new DomainError('unavailable', 'the reader is too slow', { reason: 'too-slow' }));
      return;
    }
    this.#items.push(item);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  fail(error: Error): void {
    this.#failure = error;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.#items.length > 0 && this.#failure === null) yield this.#items.shift() as T;
      if (this.#failure !== null) throw this.#failure;
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
