/** Points in hand and the outline that they give the picture, on the map. */
import { mostMatchedPoints, pictureOutline, type PictureGround } from 'grid-data';
import type { MapShape } from '#map/engine.ts';
import { replaceShapes } from '#map/map-model.ts';
import type { CalibrateState } from './calibrate-state.ts';

const outlineId = 'calibrate-outline';
const pointIds = Array.from({ length: mostMatchedPoints }, (_, i) => `calibrate-point-${i + 1}`);
/** Where nobody knows how far the camera makes anything out. */
const usualRangeMeters = 120;

type Drawn = Pick<CalibrateState, 'camera' | 'pairs' | 'solved'>;

export function drawCalibration(state: Drawn): void {
  replaceShapes([outlineId, ...pointIds], shapesOf(state));
}

function shapesOf({ camera, pairs, solved }: Drawn): MapShape[] {
  if (camera === null) return [];
  const range = camera.pose.rangeMeters ?? usualRangeMeters;
  const outline = solved?.solved === true ? outlineOf(solved.ground, range) : null;
  return [
    ...(outline === null ? [] : [outline]),
    ...pairs.flatMap(({ ground }, index) => (ground === null ? [] : [pointOf(index, ground)])),
  ];
}

function outlineOf(ground: PictureGround, rangeMeters: number): MapShape | null {
  const ring = pictureOutline(ground, rangeMeters);
  if (ring.length === 0) return null;
  return {
    id: outlineId,
    geometry: { type: 'Polygon', coordinates: [ring.map((place) => [...place])] },
    symbols: [
      { kind: 'fill', color: 'accent', opacity: 0.16 },
      { kind: 'line', color: 'accent', opacity: 1, widthPx: 2 },
    ],
  };
}

function pointOf(index: number, place: readonly [number, number]): MapShape {
  return {
    id: pointIds[index]!,
    geometry: { type: 'Point', coordinates: [...place] },
    attributes: { number: String(index + 1) },
    symbols: [
      { kind: 'dot', color: 'map-halo', radiusPx: 7, opacity: 1 },
      { kind: 'dot', color: 'accent', radiusPx: 5, opacity: 1 },
      { kind: 'label', attribute: 'number', color: 'text', sizePx: 16, below: true },
    ],
  };
}
