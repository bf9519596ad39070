import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { takeInLine, takeInMeters, takeInPosition, takeInWithin } from '#within/within.ts';
import type { Position, Within, WithinInput } from '#within/within.ts';
import { DomainError, isGridCellCode } from 'grid-data';
import type { GridCellKey } from 'grid-data';
import * as queries from './queries.ts';

export type AreaService = ReturnType<typeof createAreaService>;

/** Where a thing lies: its area and its cell in each system. */
export type Place = {
  areaCode: string;
  unitGridCode: string | null;
  governanceGridCode: string | null;
};

export function createAreaService(database: Database) {
  return {
    root: (viewer: Viewer) => database.inScope(viewer, (db) => queries.rootArea(db, viewer)),

    byCode: (viewer: Viewer, codes: readonly string[]) =>
      database.inScope(viewer, (db) => queries.areasByCode(db, viewer, codes)),

    byParent: (viewer: Viewer, parents: readonly string[]) =>
      database.inScope(viewer, (db) => queries.areasByParent(db, viewer, parents)),

    outlines: (viewer: Viewer, codes: readonly string[]) =>
      database.inScope(viewer, (db) => queries.areaOutlines(db, viewer, codes)),

    gridCells: (viewer: Viewer, keys: readonly GridCellKey[]) =>
      database.inScope(viewer, (db) => queries.gridCellsByKey(db, viewer, keys)),

    gridCellOutlines: (viewer: Viewer, keys: readonly GridCellKey[]) =>
      database.inScope(viewer, (db) => queries.gridCellOutlines(db, viewer, keys)),

    gridCellWorkers: (viewer: Viewer, keys: readonly GridCellKey[]) =>
      database.inScope(viewer, (db) => queries.gridCellWorkers(db, viewer, keys)),

    gridCellsAt(viewer: Viewer, position: Position) {
      const point = takeInPosition(position, 'position');
      return database.inScope(viewer, (db) => queries.gridCellsAt(db, viewer, point));
    },

    roadsNear(viewer: Viewer, position: Position, withinMeters: number) {
      const point = takeInPosition(position, 'position');
      const meters = takeInMeters(withinMeters, 'withinMeters', { min: 1, max: 5_000 });
      return database.inScope(viewer, (db) => queries.roadsNear(db, point, meters));
    },

    /** Where a point lies in the viewer's scope; outside of it there is nothing to be reported. */
    async placeOf(viewer: Viewer, position: Position, field: string): Promise<Place> {
      const point = takeInPosition(position, field);
      const place = await database.inScope(viewer, async (db) => {
        const cells = await queries.gridCellsAt(db, viewer, point);
        const unit = cells.find((cell) => cell.gridSystem === 'unit');
        const governance = cells.find((cell) => cell.gridSystem === 'governance');
        const areaCode =
          unit?.areaCode ?? governance?.areaCode ?? (await queries.areaCodeAt(db, viewer, point));
        if (areaCode === null) return null;
        return {
          areaCode,
          unitGridCode: unit?.code ?? null,
          governanceGridCode: governance?.code ?? null,
        };
      });
      if (place !== null) return place;
      throw new DomainError(
        'invalid-input',
        `${point.longitude}, ${point.latitude} lies outside every area of yours`,
        { reason: 'outside-scope', details: { field, ...point } },
      );
    },

    /** Takes in a part of the ground; a road named by id is looked up here. */
    async takeIn(viewer: Viewer, input: WithinInput): Promise<Within> {
      const within = takeInWithin(input);
      if (within.kind !== 'road') return within;
      const line = await database.inScope(viewer, (db) => queries.roadLine(db, within.roadId));
      if (line === null) {
        throw new DomainError('not-found', `there is no road ${within.roadId}`, {
          reason: 'unknown-road',
          details: { field: 'within.roadBuffer.roadId' },
        });
      }
      return { kind: 'line', line: takeInLine(line, 'road'), meters: within.meters };
    },
  };
}

export function isGridCellKey(key: { gridSystem: string; code: string }): key is GridCellKey {
  return (key.gridSystem === 'unit' || key.gridSystem === 'governance') && isGridCellCode(key.code);
}
