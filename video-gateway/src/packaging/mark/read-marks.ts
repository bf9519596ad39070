/** Finds the marks in a saved clip, whatever its container: by our UUID, without understanding what lies around it. */
import { markUuid, readMark, type TicketMark } from '#packaging/mark/ticket-mark.ts';

export type FoundMark = TicketMark & { times: number };

/** More than a mark takes, escapes included. */
const longestMark = 256;

/** Fed with the bytes of a file piece by piece. */
export class MarkReader {
  readonly #found = new Map<string, FoundMark>();
  #tail: Buffer = Buffer.alloc(0);

  get found(): readonly FoundMark[] {
    return [...this.#found.values()];
  }

  push(piece: Buffer): void {
    const bytes = Buffer.concat([this.#tail, piece]);
    const decided = bytes.length - longestMark;
    this.#search(bytes, decided);
    this.#tail = bytes.subarray(Math.max(0, decided));
  }

  end(): void {
    this.#search(this.#tail, this.#tail.length);
    this.#tail = Buffer.alloc(0);
  }

  /** Marks that begin before `end`; later ones may not be whole yet. */
  #search(bytes: Buffer, end: number): void {
    let at = bytes.indexOf(markUuid);
    while (at >= 0 && at < end) {
      const from = at + markUuid.length;
      const mark = readMark(bytes.subarray(from, from + longestMark - markUuid.length));
      if (mark !== null) this.#add(mark);
      at = bytes.indexOf(markUuid, from);
    }
  }

  #add(mark: TicketMark): void {
    const key = JSON.stringify([mark.viewId, mark.userId, mark.issuedAt]);
    const times = (this.#found.get(key)?.times ?? 0) + 1;
    this.#found.set(key, { ...mark, times });
  }
}
