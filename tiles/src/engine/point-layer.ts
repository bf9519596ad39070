import { DomainError } from 'grid-data';
import type { PointLayerSpec } from '#layers/point-layer-spec.ts';
import { LayerWords, type PointRecord } from './layer-words.ts';
import { PointColumns } from './point-columns.ts';
import type { PointRow } from './point-row.ts';
import {
  emptyDelta,
  mergedSnapshot,
  snapshotOf,
  type PointDelta,
  type PointSnapshot,
} from './point-snapshot.ts';
import { runAtOnce, runInSlices } from './slices.ts';
import type { WorldPoint } from './web-mercator.ts';

/** Each tile walks the whole delta: at this length that still costs a few microseconds. */
const rebuildAfterChanges = 4096;

type Change = { kind: 'upsert'; record: PointRecord } | { kind: 'remove'; id: number };

/** One layer of points: a sorted snapshot, the changes since, and the swap that joins them in the background. */
export class PointLayer {
  readonly words: LayerWords;
  snapshot: PointSnapshot;
  delta: PointDelta;
  /** Changes since a rebuild or load began, to be replayed on its outcome; null while none runs. */
  #changesMeanwhile: Change[] | null = null;
  #work: Promise<void> = Promise.resolve();
  #rebuildAsked = false;

  constructor(spec: PointLayerSpec) {
    this.words = new LayerWords(spec);
    const points = new PointColumns(spec.attributes, 16);
    this.snapshot = runAtOnce(snapshotOf(points));
    this.delta = emptyDelta(points);
  }

  /**
   * Replaces everything by the rows that `fill` adds; changes that arrive while it runs win over it. Answers how many rows
   * could not be placed: one bad row must not cost the city its map.
   */
  async load(fill: (add: (row: PointRow) => void) => Promise<void>): Promise<number> {
    let refused = 0;
    await this.#replaceSnapshot(async () => {
      const columns = new PointColumns(this.words.spec.attributes);
      await fill((row) => {
        try {
          columns.push(this.words.record(row));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused++;
        }
      });
      return runInSlices(snapshotOf(columns));
    });
    return refused;
  }

  /** Works the changes into the columns, a few milliseconds at a time. */
  rebuild(): Promise<void> {
    return this.#replaceSnapshot(() => runInSlices(mergedSnapshot(this.snapshot, this.delta)));
  }

  /** Puts a thing on the map or moves it; answers the places where the map has changed. */
  upsert(row: PointRow): WorldPoint[] {
    const record = this.words.record(row);
    this.#changesMeanwhile?.push({ kind: 'upsert', record });
    const touched = this.#apply({ kind: 'upsert', record });
    this.#rebuildIfLong();
    return touched;
  }

  /** Takes a thing off the map; answers the places where the map has changed. */
  remove(id: string | number): WorldPoint[] {
    const change: Change = { kind: 'remove', id: this.words.findId(id) };
    this.#changesMeanwhile?.push(change);
    const touched = this.#apply(change);
    this.#rebuildIfLong();
    return touched;
  }

  get count(): number {
    const { snapshot, delta } = this;
    return (
      snapshot.points.count - snapshot.deadRows.length + delta.points.count - delta.deadRows.size
    );
  }

  /** Resolves when no rebuild or load is under way. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #apply(change: Change): WorldPoint[] {
    const id = change.kind === 'upsert' ? change.record.id : change.id;
    const touched = this.#bury(id);
    if (change.kind === 'upsert') {
      const { record } = change;
      this.delta.rowOfId.set(id, this.delta.points.push(record));
      touched.push({ x: record.x, y: record.y });
    }
    return touched;
  }

  #bury(id: number): WorldPoint[] {
    const { snapshot, delta } = this;
    const newer = delta.rowOfId.get(id);
    if (newer !== undefined) {
      delta.deadRows.add(newer);
      delta.rowOfId.delete(id);
      return [placeOf(delta.points, newer)];
    }
    const row = snapshot.rowOfId.get(id);
    if (row < 0 || snapshot.dead[row] === 1) return [];
    snapshot.dead[row] = 1;
    snapshot.deadRows.push(row);
    return [placeOf(snapshot.points, row)];
  }

  #rebuildIfLong(): void {
    const changes = this.delta.points.count + this.snapshot.deadRows.length;
    if (this.#rebuildAsked || changes < rebuildAfterChanges) return;
    this.#rebuildAsked = true;
    // Merging columns in memory has no expected failure; a bug here must not be silent.
    void this.rebuild().finally(() => {
      this.#rebuildAsked = false;
      this.#rebuildIfLong();
    });
  }

  #replaceSnapshot(build: () => Promise<PointSnapshot>): Promise<void> {
    const work = this.#work
      .catch(() => undefined) // the one before has told its own caller
      .then(async () => {
        this.#changesMeanwhile = [];
        try {
          const snapshot = await build();
          this.snapshot = snapshot;
          this.delta = emptyDelta(snapshot.points);
          for (const change of this.#changesMeanwhile) this.#apply(change);
        } finally {
          this.#changesMeanwhile = null;
        }
      });
    this.#work = work;
    return work;
  }
}

function placeOf(points: PointColumns, row: number): WorldPoint {
  return { x: points.x[row] as number, y: points.y[row] as number };
}
