/** Words by number, growing only: a number once given stays, so columns made earlier keep their meaning. */
export class WordDictionary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  constructor(words: readonly string[] = []) {
    for (const word of words) this.numberOf(word);
  }

  get size(): number {
    return this.#words.length;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#numbers.set(word, number);
    return number;
  }

  /** The number of a word already met, or -1. */
  find(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  word(number: number): string {
    return this.#words[number] ?? '';
  }

  words(): readonly string[] {
    return this.#words;
  }
}
