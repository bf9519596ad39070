import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import type { ReliefRaster, TileService } from 'tiles';

type RasterRow = Omit<ReliefRaster, 'heightsM'> & { heights: Buffer };

/** Takes the heights under the map into memory; without any the hillshade stays away. */
export async function loadRelief(service: TileService, database: Database): Promise<void> {
  service.loadRelief(await readRelief(database));
}

export async function readRelief(database: Database): Promise<ReliefRaster | null> {
  const [raster] = await database.inScope(systemViewer(), (db) =>
    db.query<RasterRow>(sql`-- How high is the ground?
      select west, south, east, north, columns, rows, heights from rasters where name = 'relief'`),
  );
  return raster === undefined ? null : reliefOf(raster);
}

function reliefOf({ heights, ...frame }: RasterRow): ReliefRaster {
  // A copy, because a buffer from the driver need not begin at a multiple of four bytes.
  const bytes = new Uint8Array(heights);
  return { ...frame, heightsM: new Float32Array(bytes.buffer, 0, frame.columns * frame.rows) };
}
