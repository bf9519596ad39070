/** A camera in hand on the map: its cone as drawn, what it would honestly see, what stood before, and the handles. */
import { coneRing, handlePlaces, poseHandles, type CameraPose } from 'grid-data';
import type { MapShape } from '#map/engine.ts';
import { replaceShapes } from '#map/map-model.ts';
import type { SurveyState } from './survey-state.ts';

const ids = [
  'survey-before',
  'survey-seen',
  'survey-cone',
  'survey-arm',
  'survey-handles',
] as const;

export function drawSurvey(state: SurveyState): void {
  replaceShapes(ids, shapesOf(state));
}

export function shapesOf({ draft, saved, theirs, sight }: SurveyState): MapShape[] {
  if (!draft) return [];
  const shapes: MapShape[] = [];
  const before = theirs ?? saved;
  if (before && JSON.stringify(before) !== JSON.stringify(draft)) {
    shapes.push({
      id: 'survey-before',
      geometry: coneOf(before),
      symbols: [
        { kind: 'line', color: theirs ? 'state-high' : 'state-off', opacity: 0.9, widthPx: 1.5 },
      ],
    });
  }
  const seen = sight?.seen ?? (draft.bearingDeg === null ? sight?.reach : null);
  if (seen) {
    shapes.push({
      id: 'survey-seen',
      geometry: seen,
      symbols: [{ kind: 'fill', color: 'accent', opacity: 0.35 }],
    });
  }
  const { place, aim } = handlePlaces(draft);
  shapes.push(
    {
      id: 'survey-cone',
      geometry: coneOf(draft),
      symbols: [{ kind: 'line', color: 'accent', opacity: 1, widthPx: 1.5, dashed: true }],
    },
    {
      id: 'survey-arm',
      geometry: { type: 'LineString', coordinates: [[...place], [...aim]] },
      symbols: [{ kind: 'line', color: 'accent', opacity: 0.8, widthPx: 1.5 }],
    },
    handlesOf(draft),
  );
  return shapes;
}

function handlesOf(draft: CameraPose): MapShape {
  const places = handlePlaces(draft);
  return {
    id: 'survey-handles',
    geometry: {
      type: 'MultiPoint',
      coordinates: poseHandles.map((handle) => [...places[handle]]),
    },
    symbols: [
      { kind: 'dot', color: 'map-halo', radiusPx: 9, opacity: 1 },
      { kind: 'dot', color: 'accent', radiusPx: 6.5, opacity: 1 },
    ],
  };
}

function coneOf(pose: CameraPose): GeoJSON.Polygon {
  const ranged = pose.rangeMeters === null ? { ...pose, rangeMeters: 3 } : pose;
  return { type: 'Polygon', coordinates: [coneRing(ranged).map((place) => [...place])] };
}
