/** A part of the ground about which the page asks what lies in it; drawn, found by a road, reached in time or saved. */
import type { LonLat } from 'grid-data';
import { drawState, startDrawing, stopDrawing } from '#draw/draw-state.ts';
import { geometryOf, type Drawn } from '#draw/drawing.ts';
import { gisClient } from '#gis/client.ts';
import { RoadsNearDocument, type WithinInput } from '#gis/generated/graphql.ts';
import { setShape } from '#map/map-model.ts';
import type { Symbol } from '#map/layer.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import {
  farthestSightMeters,
  heightAtStart,
  minutesAtStart,
  refusalOf,
  sightArea,
  travelRing,
  type Made,
  type MadeShape,
} from './made-shapes.ts';

export type GroundQuestion =
  | Exclude<Drawn, { kind: 'point' | 'line' }>
  /** A drawn line or a road of the base map, with so much ground to each side. */
  | { kind: 'line'; line: readonly LonLat[]; meters: number }
  | { kind: 'road'; roadId: string; name: string | null; line: GeoJSON.Geometry; meters: number }
  /** A shape that the server made or keeps. */
  | {
      kind: 'shape';
      name: string | null;
      shape: GeoJSON.Polygon | GeoJSON.MultiPolygon;
      made?: Made;
    };

export const askTools = [
  ...(['polygon', 'rectangle', 'freehand', 'circle', 'line', 'road'] as const),
  ...(['travel', 'sight'] as const),
] as const;
export type AskTool = (typeof askTools)[number];

/** Which number opened the rows that stand beside the counts. */
export type RowsAsked =
  | { kind: 'cameras'; state: string | null }
  | { kind: 'cityComponents'; classCode: string | null }
  | { kind: 'incidents'; openOnly: boolean }
  | { kind: 'places'; placeKind: string | null }
  | { kind: 'units' }
  | { kind: 'population' };

type AskState = {
  open: boolean;
  tool: AskTool | null;
  question: GroundQuestion | null;
  rows: RowsAsked | null;
  /** Why the last click made nothing to ask about. */
  refused: string | null;
};

const nothing: AskState = { open: false, tool: null, question: null, rows: null, refused: null };
export const askState = createStore<AskState>({ ...nothing });

export function useAsk<Part>(select: (state: AskState) => Part): Part {
  return useStore(askState, select);
}

export function toggleAsk(): void {
  if (askState.get().open) closeAsk();
  else {
    askState.set({ open: true });
    chooseAskTool('polygon');
  }
}

/** Answers whether there was anything to close. */
export function closeAsk(): boolean {
  const { open } = askState.get();
  if (open) stopDrawing();
  askState.set({ ...nothing });
  show(null);
  return open;
}

/** Esc gives back one thing at a time: the rows, the drawing in hand, the question. */
export function stepBackFromAsk(): boolean {
  const { open, rows } = askState.get();
  if (!open) return false;
  if (rows) askState.set({ rows: null });
  else if (drawState.get().tool !== null && askState.get().question) stopDrawing();
  else closeAsk();
  return true;
}

export const bufferMetersAtStart = 100;

export function chooseAskTool(tool: AskTool): void {
  askState.set({ tool, refused: null });
  if (tool === 'road') startDrawing('point', (drawn) => void askAboutRoad(drawn));
  else if (tool === 'travel') startDrawing('point', askAboutTravel);
  else if (tool === 'sight') startDrawing('circle', askAboutSight);
  else startDrawing(tool, ask);
}

/** The road nearest to the click; where there is none the page says so and waits for another click. */
async function askAboutRoad(drawn: Drawn): Promise<void> {
  if (drawn.kind !== 'point') return;
  const [longitude, latitude] = drawn.position;
  const { data } = await gisClient.query({
    query: RoadsNearDocument,
    variables: { position: { longitude, latitude } },
  });
  const road = data?.roadsNear[0];
  if (!road) {
    chooseAskTool('road');
    askState.set({ refused: 'no-road-here' });
    return;
  }
  const { id: roadId, name, line } = road;
  askAbout({ kind: 'road', roadId, name: name ?? null, line, meters: bufferMetersAtStart });
}

function askAboutTravel(drawn: Drawn): void {
  if (drawn.kind === 'point')
    void askAboutMade(travelRing(drawn.position, minutesAtStart), 'travel');
}

function askAboutSight(drawn: Drawn): void {
  if (drawn.kind !== 'circle') return;
  const rangeMeters = Math.max(20, Math.min(farthestSightMeters, drawn.radiusMeters));
  const asked = sightArea(drawn.center, { heightMeters: heightAtStart, rangeMeters });
  void askAboutMade(asked, 'sight');
}

/** Asks about the shape once it is made; where none can be the page says why and waits for another click. */
export async function askAboutMade(making: Promise<MadeShape>, tool: AskTool): Promise<void> {
  try {
    askAbout({ kind: 'shape', name: null, ...(await making) });
    askState.set({ refused: null });
  } catch (error) {
    chooseAskTool(tool);
    askState.set({ refused: refusalOf(error) });
  }
}

export function ask(drawn: Drawn): void {
  if (drawn.kind === 'point') return;
  askAbout(drawn.kind === 'line' ? { ...drawn, meters: bufferMetersAtStart } : drawn);
}

export function askAbout(question: GroundQuestion): void {
  askState.set({ open: true, question, rows: null });
  show(question);
}

export function showRows(rows: RowsAsked | null): void {
  askState.set({ rows });
}

/** The question as it goes over the wire. */
export function withinOf(question: GroundQuestion): WithinInput {
  switch (question.kind) {
    case 'circle': {
      const [longitude, latitude] = question.center;
      const { radiusMeters } = question;
      return { circle: { center: { longitude, latitude }, radiusMeters } };
    }
    case 'polygon':
      return { polygon: geometryOf(question) };
    case 'shape':
      return { polygon: question.shape };
    case 'line':
      return { roadBuffer: { line: lineOf(question.line), meters: question.meters } };
    case 'road':
      return { roadBuffer: { roadId: question.roadId, meters: question.meters } };
  }
}

function lineOf(line: readonly LonLat[]): GeoJSON.LineString {
  return { type: 'LineString', coordinates: line.map((place) => [...place]) };
}

const look: readonly Symbol[] = [
  { kind: 'fill', color: 'accent', opacity: 0.1 },
  { kind: 'line', color: 'accent', opacity: 0.9, widthPx: 1.8 },
];
const lineLook: readonly Symbol[] = [
  { kind: 'line', color: 'accent', opacity: 0.35, widthPx: 9 },
  { kind: 'line', color: 'accent', opacity: 0.95, widthPx: 2 },
];

function show(question: GroundQuestion | null): void {
  setShape('asked', null);
  setShape('asked-from', null);
  if (question === null) return;
  switch (question.kind) {
    case 'shape':
      setShape('asked-from', question.made ? placeOf(question.made.from) : null);
      return setShape('asked', { geometry: question.shape, symbols: look });
    case 'road':
      return setShape('asked', { geometry: question.line, symbols: lineLook });
    case 'line':
      return setShape('asked', { geometry: lineOf(question.line), symbols: lineLook });
    case 'polygon':
    case 'circle':
      return setShape('asked', { geometry: geometryOf(question), symbols: look });
  }
}

function placeOf(place: LonLat) {
  return {
    geometry: { type: 'Point' as const, coordinates: [...place] },
    symbols: [{ kind: 'dot', color: 'accent', radiusPx: 6, opacity: 1 }] as const,
  };
}
