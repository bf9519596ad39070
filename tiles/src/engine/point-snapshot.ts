import { CellCounts } from './cell-counts.ts';
import { IdTable } from './id-table.ts';
import type { PointColumns } from './point-columns.ts';
import { rowsByKey } from './z-sort.ts';

const rowsPerSlice = 8192;

/** Sorted points with what is derived from them. Rows that left or moved since are marked dead, never taken out. */
export type PointSnapshot = {
  points: PointColumns;
  cells: CellCounts;
  rowOfId: IdTable;
  dead: Uint8Array;
  /** The same marks as a list: few, as each rebuild ends them. */
  deadRows: number[];
};

/** Points that came or changed since the snapshot, in the order they came. */
export type PointDelta = {
  points: PointColumns;
  rowOfId: Map<number, number>;
  deadRows: Set<number>;
};

export function emptyDelta(like: PointColumns): PointDelta {
  return { points: like.emptyLike(64), rowOfId: new Map(), deadRows: new Set() };
}

/** A snapshot of columns in any order. Of rows with one id the last counts. */
export function* snapshotOf(unsorted: PointColumns): Generator<void, PointSnapshot> {
  const order = yield* rowsByKey(unsorted.keys, unsorted.count);
  const last = new IdTable(unsorted.count);
  for (let row = 0; row < unsorted.count; row++) {
    if (row % rowsPerSlice === 0) yield;
    last.set(unsorted.ids[row] as number, row);
  }
  const points = unsorted.emptyLike(unsorted.count);
  for (let i = 0; i < unsorted.count; i++) {
    if (i % rowsPerSlice === 0) yield;
    const row = order[i] as number;
    if (last.get(unsorted.ids[row] as number) === row) points.copyRow(unsorted, row);
  }
  return yield* indexed(points);
}

/** The snapshot with the delta worked in: a merge of two sorted runs. */
export function* mergedSnapshot(
  base: PointSnapshot,
  delta: PointDelta,
): Generator<void, PointSnapshot> {
  // The delta goes on changing while this runs; what is copied late is mended by the caller's replay.
  const added = delta.points.emptyLike(delta.points.count);
  for (let row = 0; row < delta.points.count; row++) {
    if (!delta.deadRows.has(row)) added.copyRow(delta.points, row);
  }
  const order = yield* rowsByKey(added.keys, added.count);
  const { points: from, dead } = base;
  const points = from.emptyLike(from.count + added.count);
  let row = 0;
  for (let i = 0; i <= added.count; i++) {
    const until = i < added.count ? (added.keys[order[i] as number] as number) : Infinity;
    for (; row < from.count && (from.keys[row] as number) <= until; row++) {
      if (row % rowsPerSlice === 0) yield;
      if (dead[row] === 0) points.copyRow(from, row);
    }
    if (i < added.count) points.copyRow(added, order[i] as number);
  }
  return yield* indexed(points);
}

function* indexed(points: PointColumns): Generator<void, PointSnapshot> {
  const rowOfId = new IdTable(points.count);
  for (let row = 0; row < points.count; row++) {
    if (row % rowsPerSlice === 0) yield;
    rowOfId.set(points.ids[row] as number, row);
  }
  const cells = yield* CellCounts.of(points);
  return { points, cells, rowOfId, dead: new Uint8Array(points.count), deadRows: [] };
}
