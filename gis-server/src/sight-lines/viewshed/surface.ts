/** What stands around a camera, in square cells with the camera in the middle one. */
import { heightAt, heightsOnLattice, type ReliefRaster } from 'tiles';
import { burnRings } from './burn-rings.ts';
import { cellMetersFor, type Building, type Eye, type GroundAround } from './eye.ts';
import { localFrame, type LocalFrame } from './local-frame.ts';

export type Surface = {
  cellMeters: number;
  /** Cells from the middle to an edge: the raster has twice as many and one in each direction. */
  reach: number;
  /** Height of the ground, or of the roof over it, row by row from the north. */
  topsM: Float32Array;
  /** 1 where a roof is. */
  roofs: Uint8Array;
  terrainKnown: boolean;
  /** Whether the camera stands inside a footprint: that house hides nothing from it. */
  insideBuilding: boolean;
};

export function surfaceAround(eye: Eye, { relief, buildings }: GroundAround): Surface {
  const cellMeters = cellMetersFor(eye.rangeMeters);
  const reach = Math.ceil(eye.rangeMeters / cellMeters);
  const size = 2 * reach + 1;
  const frame = localFrame([eye.longitude, eye.latitude]);
  const terrain = relief !== null && liesOn(relief, eye) ? relief : null;
  const surface: Surface = {
    cellMeters,
    reach,
    topsM:
      terrain === null
        ? new Float32Array(size * size)
        : groundOf(terrain, frame, cellMeters, reach),
    roofs: new Uint8Array(size * size),
    terrainKnown: terrain !== null,
    insideBuilding: false,
  };
  for (const building of buildings) burnBuilding(surface, building, frame, terrain);
  return surface;
}

function liesOn({ west, east, south, north }: ReliefRaster, { longitude, latitude }: Eye): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function groundOf(
  relief: ReliefRaster,
  frame: LocalFrame,
  cellMeters: number,
  reach: number,
): Float32Array {
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, i) => (i - reach) * cellMeters);
  return heightsOnLattice(
    relief,
    offsets.map((east) => frame.toPlace(east, 0)[0]),
    offsets.map((south) => frame.toPlace(0, -south)[1]),
  );
}

function burnBuilding(
  surface: Surface,
  { rings, heightM }: Building,
  frame: LocalFrame,
  relief: ReliefRaster | null,
): void {
  const { cellMeters, reach, topsM, roofs } = surface;
  const size = 2 * reach + 1;
  const inCells = rings.map((ring) =>
    ring.map((place) => {
      const [east, north] = frame.toMeters(place);
      return [east / cellMeters + reach, reach - north / cellMeters] as const;
    }),
  );
  const cells = burnRings(inCells, size);
  const middle = reach * size + reach;
  if (cells.includes(middle)) {
    surface.insideBuilding = true;
    return;
  }
  const roofM = baseOf(rings, relief) + heightM;
  for (const cell of cells) {
    topsM[cell] = Math.max(topsM[cell] as number, roofM);
    roofs[cell] = 1;
  }
}

/** A house stands level, whatever the slope: on the ground at its middle. */
function baseOf(rings: Building['rings'], relief: ReliefRaster | null): number {
  const outer = rings[0];
  if (relief === null || outer === undefined || outer.length === 0) return 0;
  const sum = outer.reduce(([lon, lat], place) => [lon + place[0], lat + place[1]] as const, [
    0, 0,
  ] as const);
  return heightAt(relief, sum[0] / outer.length, sum[1] / outer.length);
}
