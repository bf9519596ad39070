import { DomainError } from 'grid-data';
import type { PointAttribute, PointLayerSpec } from '#layers/point-layer-spec.ts';
import type { PointRow } from './point-row.ts';
import { PrefixMasks } from './prefix-mask.ts';
import { toWorld } from './web-mercator.ts';
import { WordDictionary } from './word-dictionary.ts';
import { keyOf } from './z-order.ts';

/** Sixteen digits from here on are no longer whole numbers to a double: they are kept as how far beyond they are. */
const highDigits = 9_000_000_000_000_000n;

/** Digits as a number, negative for those beyond `highDigits`; null where they are no id. */
function numberOfDigits(digits: string): number | null {
  if (!/^[1-9]\d{0,15}$/.test(digits)) return null;
  if (digits.length < 16 || digits < '9') return Number(digits);
  const beyond = BigInt(digits) - highDigits;
  return beyond > 0n ? -Number(beyond) : Number(digits);
}

/** A row in numbers: what goes into the columns. */
export type PointRecord = {
  id: number;
  key: number;
  x: number;
  y: number;
  classNumber: number;
  stateNumber: number;
  areaNumber: number;
  /** Number of a word (-1 absent), a number (NaN absent) or a text ('' absent). */
  values: (number | string)[];
};

/** The dictionaries of a layer: they outlive every rebuild of its columns. */
export class LayerWords {
  readonly spec: PointLayerSpec;
  readonly classes = new WordDictionary();
  readonly states: WordDictionary;
  readonly areas = new WordDictionary();
  readonly attributeWords: readonly (WordDictionary | null)[];
  readonly areaMasks = new PrefixMasks(this.areas);
  readonly classMasks = new PrefixMasks(this.classes);
  /** Texts that stand for ids, each under a running number from 1 on. */
  readonly #idTexts = new WordDictionary(['']);

  constructor(spec: PointLayerSpec) {
    this.spec = spec;
    this.states = new WordDictionary(spec.states);
    this.attributeWords = spec.attributes.map((attribute: PointAttribute) =>
      attribute.kind === 'word' ? new WordDictionary() : null,
    );
  }

  /** The id's number; one that no row has where it is unknown. */
  findId(id: string | number): number {
    if (this.spec.idKind === 'text') return this.#idTexts.find(String(id));
    return numberOfDigits(String(id)) ?? Number.NaN;
  }

  /** The id in words where a tile must say it as an attribute; null where the feature's id says it. */
  idText(id: number): string | null {
    if (this.spec.idKind === 'text') return this.#idTexts.word(id);
    return id < 0 ? String(highDigits - BigInt(id)) : null;
  }

  record(row: PointRow): PointRecord {
    const { x, y } = toWorld(row.longitude, row.latitude);
    return {
      id: this.#idNumber(row.id),
      key: keyOf(x, y),
      x,
      y,
      classNumber: this.classes.numberOf(row.class),
      stateNumber: this.states.numberOf(row.state),
      areaNumber: this.areas.numberOf(row.areaCode),
      values: this.spec.attributes.map((attribute, i) => this.#value(attribute, i, row)),
    };
  }

  #idNumber(id: string | number): number {
    if (this.spec.idKind === 'text') return this.#idTexts.numberOf(String(id));
    const number = numberOfDigits(String(id));
    if (number === null) {
      throw new DomainError('invalid-input', `the id ${id} is no number of 1 to 16 digits`, {
        reason: 'id-not-a-number',
        details: { layer: this.spec.name, id },
      });
    }
    return number;
  }

  #value(attribute: PointAttribute, i: number, row: PointRow): number | string {
    const value = row.attributes[i] ?? null;
    if (attribute.kind === 'text') return value === null ? '' : String(value);
    if (value === null || value === '') return attribute.kind === 'word' ? -1 : Number.NaN;
    return attribute.kind === 'word'
      ? (this.attributeWords[i] as WordDictionary).numberOf(String(value))
      : Number(value);
  }
}
