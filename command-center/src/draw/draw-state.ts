/** The drawing in hand: which tool, the corners set so far, where the pointer stands, what is wrong with it. */
import type { LonLat } from 'grid-data';
import { setShape } from '#map/map-model.ts';
import type { Symbol } from '#map/layer.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import {
  cornersWanted,
  drawnOf,
  faultOf,
  geometryOf,
  thinned,
  type Drawn,
  type DrawingFault,
  type DrawTool,
} from './drawing.ts';

type DrawState = {
  tool: DrawTool | null;
  corners: readonly LonLat[];
  tip: LonLat | null;
  fault: DrawingFault | null;
};

const nothing: DrawState = { tool: null, corners: [], tip: null, fault: null };
export const drawState = createStore<DrawState>({ ...nothing });

export function useDraw<Part>(select: (state: DrawState) => Part): Part {
  return useStore(drawState, select);
}

let whenDrawn: (drawn: Drawn) => void = () => {};

/** Takes the next clicks on the map for a shape, which `done` gets once it is whole. */
export function startDrawing(tool: DrawTool, done: (drawn: Drawn) => void): void {
  whenDrawn = done;
  drawState.set({ ...nothing, tool });
  show();
}

/** Answers whether a drawing was in hand. */
export function stopDrawing(): boolean {
  const wasDrawing = drawState.get().tool !== null;
  drawState.set({ ...nothing });
  show();
  return wasDrawing;
}

export function addCorner(corner: LonLat): void {
  const { tool, corners } = drawState.get();
  if (tool === null) return;
  const last = corners.at(-1);
  if (last?.[0] === corner[0] && last[1] === corner[1]) return;
  drawState.set({ corners: [...corners, corner], fault: null });
  show();
  const wanted = cornersWanted(tool);
  if (wanted !== null && drawState.get().corners.length >= wanted) finishDrawing();
}

export function removeLastCorner(): void {
  drawState.set(({ corners }) => ({ corners: corners.slice(0, -1), fault: null }));
  show();
}

export function moveTip(tip: LonLat | null): void {
  if (drawState.get().tool === null) return;
  drawState.set({ tip });
  show();
}

/** The path of a hand that drew without lifting. */
export function takePath(path: readonly LonLat[]): void {
  drawState.set({ corners: thinned(path), tip: null });
  finishDrawing();
}

/** Ends the drawing where it can stand; else says what is wrong and where, and lets it be mended. */
export function finishDrawing(): void {
  const { tool, corners } = drawState.get();
  if (tool === null) return;
  const drawn = drawnOf(tool, corners, null);
  const fault = drawn === null ? { reason: 'too-few-corners', at: null } : faultOf(drawn);
  if (fault !== null || drawn === null) {
    drawState.set({ fault, tip: null });
    show();
    return;
  }
  stopDrawing();
  whenDrawn(drawn);
}

export const inHandLook: readonly Symbol[] = [
  { kind: 'fill', color: 'accent', opacity: 0.08 },
  { kind: 'line', color: 'accent', opacity: 0.9, widthPx: 1.5, dashed: true },
];

function show(): void {
  const { tool, corners, tip, fault } = drawState.get();
  const drawn = tool === null ? null : (drawnOf(tool, corners, tip) ?? firstLine(corners, tip));
  setShape(
    'drawing',
    drawn && drawn.kind !== 'point' ? { geometry: geometryOf(drawn), symbols: inHandLook } : null,
  );
  setShape('drawing-corners', tool === null ? null : dots(corners, 'accent'));
  setShape('drawing-fault', fault?.at ? dots([fault.at], 'state-alarm', 7) : null);
}

/** Two places of an outline are a line still. */
function firstLine(corners: readonly LonLat[], tip: LonLat | null): Drawn | null {
  const line = tip === null ? corners : [...corners, tip];
  return line.length < 2 ? null : { kind: 'line', line };
}

function dots(places: readonly LonLat[], color: string, radiusPx = 4) {
  if (places.length === 0) return null;
  const coordinates = places.map((place) => [...place]);
  return {
    geometry: { type: 'MultiPoint', coordinates } as const,
    symbols: [{ kind: 'dot', color, radiusPx, opacity: 1 }] as const,
  };
}
