/** Puts a picture of the past on whichever map shows, in place of the live layers. */
import type { MapShape } from '#map/engine.ts';
import { mapModel, replaceShapes } from '#map/map-model.ts';
import type { Picture } from './picture-at.ts';

const liveLayers: readonly string[] = ['incidents', 'cameras', 'units'];
const gradeColors = ['state-alarm', 'state-high', 'state-middle', 'state-low'] as const;
const shapeIds = ['cameras', 'units', 'unseen', ...gradeColors].map((name) => `replay-${name}`);

export function drawPicture({ cases, unwellCameras, units }: Picture): void {
  if (mapModel.get().withheldLayers !== liveLayers) mapModel.set({ withheldLayers: liveLayers });
  const placesOf = (chosen: typeof cases) => chosen.map(({ position }) => position);
  const unseen = cases.filter(({ acknowledged }) => !acknowledged);
  replaceShapes(shapeIds, [
    dots('cameras', unwellCameras, { color: 'state-off', radiusPx: 4 }),
    dots('units', units, { color: 'map-unit', radiusPx: 5 }),
    dots('unseen', placesOf(unseen), { color: 'state-alarm', radiusPx: 14, opacity: 0.3 }),
    ...gradeColors.map((color, i) =>
      dots(color, placesOf(cases.filter(({ grade }) => grade === i + 1)), { color, radiusPx: 7 }),
    ),
  ]);
}

export function clearPicture(): void {
  replaceShapes(shapeIds, []);
  mapModel.set({ withheldLayers: [] });
}

type Look = { color: string; radiusPx: number; opacity?: number };

function dots(name: string, positions: [number, number][], look: Look): MapShape {
  return {
    id: `replay-${name}`,
    geometry: { type: 'MultiPoint', coordinates: positions },
    symbols: [{ kind: 'dot', opacity: 0.95, ...look }],
  };
}
