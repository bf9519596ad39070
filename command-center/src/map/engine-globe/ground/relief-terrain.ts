/**
 * The relief as the globe's ground. Only the land around the first view has ground, at least 150 km to each side: a
 * whole world would be loaded level by level before the county came, and outside its tiles nothing is known anyway.
 */
import {
  Cartesian2,
  CustomHeightmapTerrainProvider,
  TerrainProvider,
  WebMercatorTilingScheme,
  Ellipsoid,
} from '@cesium/engine';
import type { Relief } from './relief.ts';
import { tilePosition } from './tile-address.ts';

const samplesPerSide = 65;
/** Four tiles of this zoom are the ground's roots. */
const rootZoom = 7;
const worldMeters = 40_075_016.685_578_488;

type Place = { longitude: number; latitude: number };

/** `onHeights` is told of each tile: the globe draws only when asked to. */
export function reliefTerrain(
  relief: Relief,
  around: Place,
  onHeights: () => void,
): CustomHeightmapTerrainProvider {
  const corner = tilePosition(around.longitude, around.latitude, rootZoom);
  const [left, top] = [Math.round(corner.x) - 1, Math.round(corner.y) - 1];
  return new ReliefTerrain({
    width: samplesPerSide,
    height: samplesPerSide,
    tilingScheme: rootsAt(left, top),
    callback: (x, y, level) =>
      relief
        .grid(
          { z: rootZoom + level, x: left * 2 ** level + x, y: top * 2 ** level + y },
          samplesPerSide,
        )
        .finally(onHeights),
  });
}

class ReliefTerrain extends CustomHeightmapTerrainProvider {
  /** The engine's own estimate takes the roots for the whole world and would load far too fine. */
  override getLevelMaximumGeometricError(level: number): number {
    return rootError / 2 ** level;
  }
}

const rootError = TerrainProvider.getEstimatedLevelZeroGeometricErrorForAHeightmap(
  Ellipsoid.WGS84,
  samplesPerSide,
  2 ** rootZoom,
);

function rootsAt(left: number, top: number): WebMercatorTilingScheme {
  const side = worldMeters / 2 ** rootZoom;
  const x = (column: number) => column * side - worldMeters / 2;
  const y = (row: number) => worldMeters / 2 - row * side;
  return new WebMercatorTilingScheme({
    numberOfLevelZeroTilesX: 2,
    numberOfLevelZeroTilesY: 2,
    rectangleSouthwestInMeters: new Cartesian2(x(left), y(top + 2)),
    rectangleNortheastInMeters: new Cartesian2(x(left + 2), y(top)),
  });
}
