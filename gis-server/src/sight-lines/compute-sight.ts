import { createHash } from 'node:crypto';
import type { LonLat } from 'grid-data';
import type { ReliefRaster } from 'tiles';
import { cameraEye } from './camera-eye.ts';
import type { BuildingRow, ComputedSight, SightCamera } from './sight-job.ts';
import type { Building, Eye } from './viewshed/eye.ts';
import { localFrame } from './viewshed/local-frame.ts';
import { sectorOf } from './viewshed/sector-of.ts';
import { encodeSight } from './viewshed/sight-code.ts';
import { sightPolygon, type SightPolygon } from './viewshed/sight-polygon.ts';
import { surfaceAround } from './viewshed/surface.ts';
import { viewshed, visibleShare } from './viewshed/viewshed.ts';

/** Raised when the same inputs would give another answer. */
const methodVersion = 1;

export type Terrain = { relief: ReliefRaster; digest: string };
export type KnownBuilding = Building & { box: readonly [LonLat, LonLat]; digest: string };

/** Null where it would be worked out from what the stored one was. */
export function computeSight(
  camera: SightCamera,
  terrain: Terrain | null,
  nearby: readonly KnownBuilding[],
): ComputedSight | null {
  const { eye, sector, unknown } = cameraEye(camera.kind, camera);
  const buildings = eye === null ? [] : nearby.filter((building) => isInReach(building, eye));
  const inputs = digestOf(
    [methodVersion, camera.kind, camera.areaCode, eye, sector, unknown],
    [terrain?.digest ?? '', ...buildings.map(({ digest }) => digest)],
  );
  if (inputs === camera.storedInputs) return null;
  const known = { cameraId: camera.id, inputs, unknown };
  if (eye === null) return { ...known, ...nothing };
  const surface = surfaceAround(eye, { relief: terrain?.relief ?? null, buildings });
  const sight = viewshed(eye, surface);
  const at: LonLat = [eye.longitude, eye.latitude];
  const reach = sightPolygon(sight, at);
  const isWhole = eye.sector !== null;
  const seen = isWhole || sector === null ? reach : sightPolygon(sectorOf(sight, sector), at);
  return {
    ...known,
    terrainKnown: surface.terrainKnown,
    insideBuilding: surface.insideBuilding,
    seen: sector === null ? null : written(seen),
    reach: written(reach),
    visibleShare: visibleShare(sight),
    cells: encodeSight(sight),
  };
}

const nothing = {
  terrainKnown: true,
  insideBuilding: false,
  seen: null,
  reach: null,
  visibleShare: null,
  cells: null,
};

export function knownBuilding({ id, heightM, outline }: BuildingRow): KnownBuilding {
  const shape = JSON.parse(outline) as GeoJSON.Polygon | GeoJSON.MultiPolygon;
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const rings = parts.flat() as unknown as LonLat[][];
  const longitudes = rings.flat().map(([longitude]) => longitude);
  const latitudes = rings.flat().map(([, latitude]) => latitude);
  return {
    id,
    heightM,
    rings,
    box: [
      [Math.min(...longitudes), Math.min(...latitudes)],
      [Math.max(...longitudes), Math.max(...latitudes)],
    ],
    digest: digestOf([id, heightM, outline], []),
  };
}

function isInReach({ box: [low, high] }: KnownBuilding, eye: Eye): boolean {
  const { toMeters } = localFrame([eye.longitude, eye.latitude]);
  const [west, south] = toMeters(low);
  const [east, north] = toMeters(high);
  const range = eye.rangeMeters;
  return west <= range && east >= -range && south <= range && north >= -range;
}

function digestOf(values: readonly unknown[], parts: readonly string[]): string {
  const hash = createHash('sha1').update(JSON.stringify(values));
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

function written(polygon: SightPolygon | null): string | null {
  return polygon === null ? null : JSON.stringify(polygon);
}
