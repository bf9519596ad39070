import type { Database } from '#database/transaction.ts';
import type { PointLayerName, TileService } from 'tiles';
import { copyRows } from './copy-rows.ts';
import { allPoints, pointRowOf } from './point-queries.ts';

/** Fills a point layer from its table; changes that arrive meanwhile win. */
export async function loadPoints(
  service: TileService,
  database: Database,
  layer: PointLayerName,
): Promise<void> {
  await service.loadPoints(layer, (add) =>
    copyRows(database.pool, allPoints(layer), (row) => add(pointRowOf(row))),
  );
}
