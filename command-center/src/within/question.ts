/** A part of the ground about which the page asks what lies in it; drawn, found by a road, reached in time or saved. */
import type { LonLat } from 'grid-data';
import { drawState, startDrawing, stopDrawing } from '#draw/draw-state.ts';
import { geometryOf, type Drawn } from '#draw/drawing.ts';
import { gisClient } from '#gis/client.ts';
import { RoadsNearDocument, type WithinInput } from '#gis/generated/graphql.ts';
import { setShape } from '#map/map-model.ts';
import type { Symbol } from '#map/layer.ts';
import { createStore, useStore } from '#ui/create-store.ts';

export type GroundQuestion =
  | Exclude<Drawn, { kind: 'point' | 'line' }>
  /** A drawn line or a road of the base map, with so much ground to each side. */
  | { kind: 'line'; line: readonly LonLat[]; meters: number }
  | { kind: 'road'; roadId: string; name: string | null; line: GeoJSON.Geometry; meters: number }
  /** A shape that the server made or keeps. */
  | { kind: 'shape'; name: string | null; shape: GeoJSON.Polygon | GeoJSON.MultiPolygon };

export const askTools = ['polygon', 'rectangle', 'freehand', 'circle', 'line', 'road'] as const;
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
  /** The last click for a road found none. */
  noRoad: boolean;
};

const nothing: AskState = { open: false, tool: null, question: null, rows: null, noRoad: false };
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
  askState.set({ tool, noRoad: false });
  if (tool === 'road') startDrawing('point', (drawn) => void askAboutRoad(drawn));
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
    askState.set({ noRoad: true });
    return;
  }
  const { id: roadId, name, line } = road;
  askAbout({ kind: 'road', roadId, name: name ?? null, line, meters: bufferMetersAtStart });
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
  if (question === null) return;
  switch (question.kind) {
    case 'shape':
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
