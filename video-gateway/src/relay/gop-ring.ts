/**
 * The newest pictures: the current group since its key picture, which a joining viewer is given first, and the
 * group before it, so that a new HLS window has a whole segment from the start.
 */
import type { Fragment } from '#packaging/cmaf-packager.ts';

const maxSeconds = 12;
const maxBytes = 8 * 1024 * 1024;

type Group = { fragments: Fragment[]; bytes: number };
const emptyGroup = (): Group => ({ fragments: [], bytes: 0 });

export class GopRing {
  #current = emptyGroup();
  #previous = emptyGroup();
  #lastKey: Fragment | null = null;

  push(fragment: Fragment): void {
    if (fragment.key) {
      this.#lastKey = fragment;
      this.#previous = this.#current;
      this.#current = emptyGroup();
    } else if (this.#current.fragments.length === 0) return;
    this.#current.fragments.push(fragment);
    this.#current.bytes += fragment.bytes.length;
    this.#bound();
  }

  clear(): void {
    this.#current = emptyGroup();
    this.#previous = emptyGroup();
    this.#lastKey = null;
  }

  /** Kept also where its group has grown too long to be held. */
  get lastKey(): Fragment | null {
    return this.#lastKey;
  }

  get current(): readonly Fragment[] {
    return this.#current.fragments;
  }

  get both(): readonly Fragment[] {
    return [...this.#previous.fragments, ...this.#current.fragments];
  }

  #bound(): void {
    const { fragments, bytes } = this.#current;
    const seconds = fragments.at(-1)!.startSeconds - fragments[0]!.startSeconds;
    // A camera with one key picture a minute: joiners wait for the next one rather than hold all of it in memory.
    if (bytes > maxBytes || seconds > maxSeconds) this.#current = emptyGroup();
    if (bytes + this.#previous.bytes > maxBytes) this.#previous = emptyGroup();
  }
}
