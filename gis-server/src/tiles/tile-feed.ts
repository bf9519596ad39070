import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalRow, SubjectKind } from '#journal/journal-row.ts';
import { DomainError } from 'grid-data';
import {
  pointLayerSpecs,
  shapeLayerSpecs,
  type PointLayerName,
  type PointRow,
  type ShapeLayerName,
  type TileService,
} from 'tiles';
import { loadPoints } from './load-points.ts';
import { loadRelief } from './load-relief.ts';
import { loadShapes } from './load-shapes.ts';
import { pointRowOf, pointsByKey } from './point-queries.ts';
import type { TextRow } from './copy-rows.ts';

const layerOfSubject: Partial<Record<SubjectKind, PointLayerName>> = {
  incident: 'incidents',
  'city-component': 'city-components',
  camera: 'cameras',
};

const pointLayers: readonly PointLayerName[] = pointLayerSpecs.map(({ name }) => name);
const shapeLayers: readonly ShapeLayerName[] = shapeLayerSpecs.map(({ name }) => name);

/** Keeps the tiles in step with the database: everything at the start, then row by row as the journal tells. */
export class TileFeed {
  readonly #service: TileService;
  readonly #database: Database;

  constructor(service: TileService, database: Database) {
    this.#service = service;
    this.#database = database;
  }

  /** Loads every layer. Answers the journal row from which on `apply` must be given what comes. */
  async load(): Promise<number> {
    const head = await this.#journalHead();
    for (const layer of pointLayers) await loadPoints(this.#service, this.#database, layer);
    for (const layer of shapeLayers) await loadShapes(this.#service, this.#database, layer);
    await loadRelief(this.#service, this.#database);
    this.#service.seq = Math.max(this.#service.seq, head);
    return head;
  }

  /** Makes the tiles that every page begins with, in the background. */
  warmUp(signal: AbortSignal): Promise<void> {
    return this.#service.warmUp(signal);
  }

  /** Shows what these journal rows, in order, tell of. */
  async apply(rows: readonly JournalRow[]): Promise<void> {
    const keys = new Map<PointLayerName, Set<string>>();
    for (const row of rows) {
      const layer = layerOfSubject[row.subjectKind];
      if (layer !== undefined) keys.set(layer, (keys.get(layer) ?? new Set()).add(row.subjectId));
    }
    for (const [layer, changed] of keys) await this.#refresh(layer, [...changed]);
    for (const layer of importedLayers(rows)) await this.#reload(layer);
    this.#service.seq = Math.max(this.#service.seq, rows.at(-1)?.seq ?? 0);
  }

  async #refresh(layer: PointLayerName, keys: readonly string[]): Promise<void> {
    const found = await this.#database.inScope(systemViewer(), (db) =>
      db.query<{ row: (string | number | null)[] }>(pointsByKey(layer, keys)),
    );
    const gone = new Set(keys);
    for (const { row } of found) {
      const point = pointRowOf(row.map(asText));
      if (this.#isPlaced(layer, point)) gone.delete(String(point.id));
    }
    for (const key of gone) this.#service.removePoint(layer, key);
  }

  /** Shows the point; one that has no place on a map is left to be taken off it. */
  #isPlaced(layer: PointLayerName, point: PointRow): boolean {
    try {
      this.#service.upsertPoint(layer, point);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid-input') return false;
      throw error;
    }
  }

  async #reload(layer: PointLayerName | ShapeLayerName): Promise<void> {
    const points = pointLayers.find((name) => name === layer);
    if (points !== undefined) await loadPoints(this.#service, this.#database, points);
    const shapes = shapeLayers.find((name) => name === layer);
    if (shapes !== undefined) await loadShapes(this.#service, this.#database, shapes);
  }

  async #journalHead(): Promise<number> {
    const [row] = await this.#database.inScope(systemViewer(), (db) =>
      db.query<{ head: number }>(sql`-- Which is the last row of the journal?
        select head from journal_counter`),
    );
    return row?.head ?? 0;
  }
}

/** The layers that an import has filled anew; units and people are on no tile. */
function importedLayers(rows: readonly JournalRow[]): Set<PointLayerName | ShapeLayerName> {
  const layers: readonly (PointLayerName | ShapeLayerName)[] = [...pointLayers, ...shapeLayers];
  const imported = new Set<PointLayerName | ShapeLayerName>();
  for (const { kind, payload } of rows) {
    if (kind !== 'import.applied') continue;
    const layer = layers.find((name) => name === payload['kind']);
    if (layer !== undefined) imported.add(layer);
  }
  return imported;
}

function asText(value: string | number | null): TextRow[number] {
  return value === null ? null : String(value);
}
