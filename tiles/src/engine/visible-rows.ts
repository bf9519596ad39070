import type { PointLayer } from './point-layer.ts';
import type { PointColumns } from './point-columns.ts';
import type { NumberMask } from './prefix-mask.ts';
import { keysOfTile, lowerBound, type KeyRange } from './z-order.ts';
import type { TileAddress } from './tile-address.ts';

/** Who looks, and what was asked for. */
export type PointFilter = {
  /** Only rows whose area code begins so; empty for all. */
  areaPrefix: string;
  /** Only rows given to this department, where the layer knows departments; null for all. */
  department: string | null;
  /** Only rows whose class begins so; empty for all. */
  classPrefix: string;
};

/** Which rows of a layer one viewer sees in one tile. */
export class VisibleRows {
  readonly layer: PointLayer;
  readonly tile: TileAddress;
  readonly keys: KeyRange;
  readonly #areas: NumberMask;
  readonly #classes: NumberMask;
  readonly #classFromZoom: Uint8Array | null;
  /** Column and number of the department all rows must have; null where it does not matter. */
  readonly #department: { column: number; number: number } | null;

  constructor(layer: PointLayer, tile: TileAddress, filter: PointFilter) {
    const { words } = layer;
    this.layer = layer;
    this.tile = tile;
    this.keys = keysOfTile(tile.z, tile.x, tile.y);
    this.#areas = words.areaMasks.maskOf(filter.areaPrefix);
    this.#classes = words.classMasks.maskOf(filter.classPrefix);
    this.#classFromZoom = this.#zoomsOfClasses();
    this.#department = this.#departmentOf(filter);
  }

  /** Whether counts per area and class are enough to know what is visible. */
  get isCountable(): boolean {
    return this.#department === null;
  }

  /** Calls for each visible point, wherever it is kept. */
  each(visit: (points: PointColumns, row: number) => boolean): void {
    const { points, dead } = this.layer.snapshot;
    const { points: newer, deadRows } = this.layer.delta;
    const to = lowerBound(points.keys, points.count, this.keys.to);
    for (let row = lowerBound(points.keys, points.count, this.keys.from); row < to; row++) {
      if (dead[row] === 0 && this.#admits(points, row) && !visit(points, row)) return;
    }
    for (let row = 0; row < newer.count; row++) {
      if (deadRows.has(row) || !this.#isInTile(newer, row) || !this.#admits(newer, row)) continue;
      if (!visit(newer, row)) return;
    }
  }

  /** Calls for each visible point that the snapshot's cell counts know wrongly: -1 gone, +1 come. */
  eachCorrection(visit: (points: PointColumns, row: number, sign: 1 | -1) => void): void {
    const { points, deadRows } = this.layer.snapshot;
    for (const row of deadRows) {
      if (this.#isInTile(points, row) && this.#admits(points, row)) visit(points, row, -1);
    }
    const { points: newer, deadRows: superseded } = this.layer.delta;
    for (let row = 0; row < newer.count; row++) {
      if (superseded.has(row) || !this.#isInTile(newer, row) || !this.#admits(newer, row)) continue;
      visit(newer, row, 1);
    }
  }

  admitsNumbers(area: number, classNumber: number): boolean {
    if (this.#areas !== null && this.#areas[area] !== 1) return false;
    if (this.#classes !== null && this.#classes[classNumber] !== 1) return false;
    return (
      this.#classFromZoom === null || (this.#classFromZoom[classNumber] as number) <= this.tile.z
    );
  }

  #admits(points: PointColumns, row: number): boolean {
    if (this.#department !== null) {
      const { column, number } = this.#department;
      if (points.columns[column]?.values[row] !== number) return false;
    }
    return this.admitsNumbers(points.areas[row] as number, points.classes[row] as number);
  }

  #departmentOf({ department }: PointFilter): { column: number; number: number } | null {
    const { spec, attributeWords } = this.layer.words;
    if (department === null || spec.departmentAttribute === null) return null;
    const column = spec.attributes.findIndex(({ name }) => name === spec.departmentAttribute);
    // -1 would also be the number of no department: an unknown one must see nothing.
    const known = attributeWords[column]?.find(department) ?? -1;
    return { column, number: known < 0 ? -2 : known };
  }

  #isInTile(points: PointColumns, row: number): boolean {
    const key = points.keys[row] as number;
    return key >= this.keys.from && key < this.keys.to;
  }

  #zoomsOfClasses(): Uint8Array | null {
    const { spec, classes } = this.layer.words;
    const entries = Object.entries(spec.classFromZoom);
    if (entries.length === 0) return null;
    const zooms = new Uint8Array(classes.size);
    for (const [word, zoom] of entries) {
      const number = classes.find(word);
      if (number >= 0) zooms[number] = zoom;
    }
    return zooms;
  }
}
