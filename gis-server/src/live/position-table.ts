import type { Viewer } from '#access/viewer.ts';
import { seesArea } from '#access/scope.ts';

/** A unit's last report, CGCS2000 degrees. */
export type UnitPosition = {
  unitId: string;
  longitude: number;
  latitude: number;
  headingDeg: number | null;
  speedMps: number | null;
  at: Date;
  /** The area the unit belongs to; the scope goes by it. */
  areaCode: string;
};

export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

const cellDegrees = 0.02;

/** The last position of every unit, found by place: buckets of about two kilometres. */
export class PositionTable {
  readonly #byUnit = new Map<string, UnitPosition>();
  readonly #cells = new Map<string, Set<string>>();

  get size(): number {
    return this.#byUnit.size;
  }

  get(unitId: string): UnitPosition | undefined {
    return this.#byUnit.get(unitId);
  }

  /** Takes a report in; one older than what is known changes nothing. */
  put(position: UnitPosition): boolean {
    const before = this.#byUnit.get(position.unitId);
    if (before !== undefined && before.at >= position.at) return false;
    if (before !== undefined) this.#cells.get(cellOf(before))?.delete(position.unitId);
    this.#byUnit.set(position.unitId, position);
    const cell = cellOf(position);
    const members = this.#cells.get(cell) ?? new Set();
    this.#cells.set(cell, members.add(position.unitId));
    return true;
  }

  /** Off duty: it is nowhere. */
  remove(unitId: string): void {
    const before = this.#byUnit.get(unitId);
    if (before === undefined) return;
    this.#byUnit.delete(unitId);
    this.#cells.get(cellOf(before))?.delete(unitId);
  }

  all(): IterableIterator<UnitPosition> {
    return this.#byUnit.values();
  }

  /** Units in the box that the viewer may see. */
  *within(box: BoundingBox, viewer: Viewer): Generator<UnitPosition> {
    for (const position of this.#candidates(box)) {
      const { longitude, latitude, areaCode } = position;
      const inside =
        longitude >= box[0] && longitude <= box[2] && latitude >= box[1] && latitude <= box[3];
      if (inside && seesArea(viewer, areaCode)) yield position;
    }
  }

  *#candidates([west, south, east, north]: BoundingBox): Generator<UnitPosition> {
    const columns = cellIndex(east) - cellIndex(west) + 1;
    const rows = cellIndex(north) - cellIndex(south) + 1;
    if (columns * rows > this.#cells.size) {
      yield* this.#byUnit.values();
      return;
    }
    for (let x = cellIndex(west); x <= cellIndex(east); x += 1) {
      for (let y = cellIndex(south); y <= cellIndex(north); y += 1) {
        for (const unitId of this.#cells.get(`${x} ${y}`) ?? []) yield this.#byUnit.get(unitId)!;
      }
    }
  }
}

function cellIndex(degrees: number): number {
  return Math.floor(degrees / cellDegrees);
}

function cellOf({ longitude, latitude }: UnitPosition): string {
  return `${cellIndex(longitude)} ${cellIndex(latitude)}`;
}
