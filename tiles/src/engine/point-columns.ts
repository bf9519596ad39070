import type { PointAttribute } from '#layers/point-layer-spec.ts';
import type { PointRecord } from './layer-words.ts';

/** An attribute's column: words by number (-1 absent), numbers (NaN absent) or texts ('' absent). */
export type AttributeColumn =
  | { kind: 'word'; values: Int32Array }
  | { kind: 'number'; values: Float64Array }
  | { kind: 'text'; values: string[] };

/** Points as columns of typed arrays. Arrays may be longer than `count`; rows are in the order they were added. */
export class PointColumns {
  readonly #attributes: readonly PointAttribute[];
  count = 0;
  capacity = 0;
  keys = new Float64Array(0);
  x = new Int32Array(0);
  y = new Int32Array(0);
  ids = new Float64Array(0);
  classes = new Uint16Array(0);
  states = new Uint8Array(0);
  areas = new Uint32Array(0);
  columns: AttributeColumn[];

  constructor(attributes: readonly PointAttribute[], capacity = 1024) {
    this.#attributes = attributes;
    this.columns = attributes.map(({ kind }) => emptyColumn(kind));
    this.#grow(capacity);
  }

  push(record: PointRecord): number {
    if (this.count === this.capacity) this.#grow(this.capacity * 2);
    const row = this.count++;
    this.keys[row] = record.key;
    this.x[row] = record.x;
    this.y[row] = record.y;
    this.ids[row] = record.id;
    this.classes[row] = record.classNumber;
    this.states[row] = record.stateNumber;
    this.areas[row] = record.areaNumber;
    for (let i = 0; i < this.columns.length; i++) {
      (this.columns[i] as AttributeColumn).values[row] = record.values[i] as never;
    }
    return row;
  }

  copyRow(source: PointColumns, from: number): void {
    if (this.count === this.capacity) this.#grow(this.capacity * 2);
    const row = this.count++;
    this.keys[row] = source.keys[from] as number;
    this.x[row] = source.x[from] as number;
    this.y[row] = source.y[from] as number;
    this.ids[row] = source.ids[from] as number;
    this.classes[row] = source.classes[from] as number;
    this.states[row] = source.states[from] as number;
    this.areas[row] = source.areas[from] as number;
    for (let i = 0; i < this.columns.length; i++) {
      (this.columns[i] as AttributeColumn).values[row] = (source.columns[i] as AttributeColumn)
        .values[from] as never;
    }
  }

  /** An empty set of columns with the same attributes. */
  emptyLike(capacity: number): PointColumns {
    return new PointColumns(this.#attributes, capacity);
  }

  #grow(capacity: number): void {
    this.capacity = Math.max(16, capacity);
    this.keys = grown(this.keys, new Float64Array(this.capacity));
    this.x = grown(this.x, new Int32Array(this.capacity));
    this.y = grown(this.y, new Int32Array(this.capacity));
    this.ids = grown(this.ids, new Float64Array(this.capacity));
    this.classes = grown(this.classes, new Uint16Array(this.capacity));
    this.states = grown(this.states, new Uint8Array(this.capacity));
    this.areas = grown(this.areas, new Uint32Array(this.capacity));
    for (const column of this.columns) {
      if (column.kind === 'word')
        column.values = grown(column.values, new Int32Array(this.capacity));
      else if (column.kind === 'number')
        column.values = grown(column.values, new Float64Array(this.capacity));
    }
  }
}

function emptyColumn(kind: PointAttribute['kind']): AttributeColumn {
  if (kind === 'word') return { kind, values: new Int32Array(0) };
  if (kind === 'number') return { kind, values: new Float64Array(0) };
  return { kind, values: [] };
}

function grown<T extends { set(source: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
