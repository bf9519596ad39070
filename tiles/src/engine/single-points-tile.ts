import type { PointAttribute } from '#layers/point-layer-spec.ts';
import { MvtPointWriter } from './mvt-point-writer.ts';
import type { LayerWords } from './layer-words.ts';
import type { AttributeColumn, PointColumns } from './point-columns.ts';
import type { VisibleRows } from './visible-rows.ts';
import type { WordDictionary } from './word-dictionary.ts';

/** World units per tile unit at zoom 18 are 1, and double with each zoom below. */
const unitZoom = 18;

/** The tile's points one by one, or `too-heavy` where they would weigh more than `maxBytes`. */
export function singlePointsTile(
  rows: VisibleRows,
  maxBytes: number,
): Uint8Array | null | 'too-heavy' {
  const { z } = rows.tile;
  const { words } = rows.layer;
  const out = new PointTagger(words, z);
  const shift = unitZoom - z;
  let tooHeavy = false;
  rows.each((points, row) => {
    out.tagRow(points, row);
    const x = ((points.x[row] as number) >>> shift) & 4095;
    const y = ((points.y[row] as number) >>> shift) & 4095;
    out.writer.point(Math.abs(points.ids[row] as number), x, y);
    tooHeavy = out.writer.weight > maxBytes;
    return !tooHeavy;
  });
  return tooHeavy ? 'too-heavy' : out.writer.finish(words.spec.name);
}

/** Gives points their attributes, each value's number in the tile looked up once. */
class PointTagger {
  readonly writer: MvtPointWriter;
  readonly #words: LayerWords;
  readonly #classKey: number;
  readonly #stateKey: number;
  readonly #classValues: Int32Array;
  readonly #stateValues: Int32Array;
  readonly #columns: { key: number; column: number; values: Int32Array | null }[];

  constructor(words: LayerWords, z: number) {
    const { spec } = words;
    const keys: string[] = ['id'];
    this.#words = words;
    this.#classKey = keys.push(spec.classAttribute) - 1;
    this.#stateKey = spec.states.length > 0 ? keys.push('state') - 1 : -1;
    this.#columns = spec.attributes.flatMap((attribute: PointAttribute, column) => {
      if (attribute.fromZoom > z) return [];
      const dictionary = words.attributeWords[column] ?? null;
      return [{ key: keys.push(attribute.name) - 1, column, values: unmet(dictionary) }];
    });
    this.#classValues = unmet(words.classes) as Int32Array;
    this.#stateValues = unmet(words.states) as Int32Array;
    this.writer = new MvtPointWriter(keys);
  }

  tagRow(points: PointColumns, row: number): void {
    const { writer } = this;
    const idText = this.#words.idText(points.ids[row] as number);
    if (idText !== null) writer.tag(0, writer.valueNumber(idText));
    const { classes, states } = this.#words;
    this.#tagWord(this.#classKey, points.classes[row] as number, classes, this.#classValues);
    if (this.#stateKey >= 0) {
      this.#tagWord(this.#stateKey, points.states[row] as number, states, this.#stateValues);
    }
    for (const { key, column, values } of this.#columns) {
      const source = points.columns[column] as AttributeColumn;
      const value = source.values[row] as number | string;
      if (values !== null) {
        if (value === -1) continue;
        const dictionary = this.#words.attributeWords[column] as WordDictionary;
        this.#tagWord(key, value as number, dictionary, values);
      } else if (value !== '' && !Number.isNaN(value)) {
        writer.tag(key, writer.valueNumber(value));
      }
    }
  }

  #tagWord(key: number, number: number, dictionary: WordDictionary, values: Int32Array): void {
    let value = values[number] as number;
    if (value < 0) {
      value = this.writer.valueNumber(dictionary.word(number));
      values[number] = value;
    }
    this.writer.tag(key, value);
  }
}

function unmet(dictionary: WordDictionary | null): Int32Array | null {
  return dictionary === null ? null : new Int32Array(dictionary.size).fill(-1);
}
