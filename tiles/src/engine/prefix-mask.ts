import type { WordDictionary } from './word-dictionary.ts';

/** Tells per number of a dictionary whether its word begins with a prefix; null admits all. */
export type NumberMask = Uint8Array | null;

/** Masks by prefix, kept as long as the dictionary does not grow. */
export class PrefixMasks {
  readonly #dictionary: WordDictionary;
  readonly #masks = new Map<string, Uint8Array>();
  #size = 0;

  constructor(dictionary: WordDictionary) {
    this.#dictionary = dictionary;
  }

  maskOf(prefix: string): NumberMask {
    if (prefix === '') return null;
    if (this.#dictionary.size !== this.#size) {
      this.#masks.clear();
      this.#size = this.#dictionary.size;
    }
    let mask = this.#masks.get(prefix);
    if (mask === undefined) {
      mask = Uint8Array.from(this.#dictionary.words(), (word) => (word.startsWith(prefix) ? 1 : 0));
      // A hostile caller could ask for endless prefixes.
      if (this.#masks.size >= 1000) this.#masks.clear();
      this.#masks.set(prefix, mask);
    }
    return mask;
  }
}
