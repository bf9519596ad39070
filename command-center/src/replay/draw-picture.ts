/** Puts a picture of the past on whichever map shows, in place of the live layers. */
import type { MapShape } from '#map/engine.ts';
import { mapModel, replaceShapes } from '#map/map-model.ts';
import { shapeOfPlot } from '#plots/plot-shapes.ts';
import type { Picture } from './picture-at.ts';

const liveLayers: readonly string[] = ['incidents', 'cameras', 'units'];
const gradeColors = ['state-alarm', 'state-high', 'state-middle', 'state-low'] as const;
const prefix = 'replay-';

export function drawPicture({ cases, unwellCameras, units, plots }: Picture): void {
  if (mapModel.get().withheldLayers !== liveLayers) mapModel.set({ withheldLayers: liveLayers });
  const placesOf = (chosen: typeof cases) => chosen.map(({ position }) => position);
  const unseen = cases.filter(({ acknowledged }) => !acknowledged);
  replaceShapes(drawnShapes(), [
    ...plots.map((plot) => ({ id: `${prefix}plot-${plot.id}`, ...shapeOfPlot(plot) })),
    dots('cameras', unwellCameras, { color: 'state-off', radiusPx: 4 }),
    dots('units', units, { color: 'map-unit', radiusPx: 5 }),
    dots('unseen', placesOf(unseen), { color: 'state-alarm', radiusPx: 14, opacity: 0.3 }),
    ...gradeColors.map((color, i) =>
      dots(color, placesOf(cases.filter(({ grade }) => grade === i + 1)), { color, radiusPx: 7 }),
    ),
  ]);
}

export function clearPicture(): void {
  replaceShapes(drawnShapes(), []);
  mapModel.set({ withheldLayers: [] });
}

function drawnShapes(): string[] {
  return mapModel
    .get()
    .shapes.map(({ id }) => id)
    .filter((id) => id.startsWith(prefix));
}

type Look = { color: string; radiusPx: number; opacity?: number };

function dots(name: string, positions: [number, number][], look: Look): MapShape {
  const id = `${prefix}${name}`;
  return {
    id,
    geometry: asDrawn(id, positions) ?? { type: 'MultiPoint', coordinates: positions },
    symbols: [{ kind: 'dot', opacity: 0.95, ...look }],
  };
}

/** What stands where it stood is the same geometry to the map, which draws only others anew. */
function asDrawn(id: string, positions: readonly [number, number][]): GeoJSON.MultiPoint | null {
  const drawn = mapModel.get().shapes.find((shape) => shape.id === id)?.geometry;
  if (drawn?.type !== 'MultiPoint' || drawn.coordinates.length !== positions.length) return null;
  const stands = positions.every(
    ([longitude, latitude], i) =>
      drawn.coordinates[i]?.[0] === longitude && drawn.coordinates[i][1] === latitude,
  );
  return stands ? drawn : null;
}
