/** What is being measured, and with which tool. */
import type { LonLat } from 'grid-data';
import { startDrawing, stopDrawing } from '#draw/draw-state.ts';
import type { Drawn } from '#draw/drawing.ts';
import { Relief } from '#map/engine-globe/ground/relief.ts';
import { setShape } from '#map/map-model.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { placesAlong, profileOf, type Profile } from './measuring.ts';

export const measureTools = ['line', 'polygon'] as const;
export type MeasureTool = (typeof measureTools)[number];

export type Measured =
  | { kind: 'line'; line: readonly LonLat[] }
  | { kind: 'polygon'; ring: readonly LonLat[] };

type MeasureState = {
  open: boolean;
  tool: MeasureTool;
  measured: Measured | null;
  /** Of a line; null while its heights come, and for an area. */
  profile: Profile | null;
  /** No heights are known there. */
  noRelief: boolean;
};

const nothing: MeasureState = {
  open: false,
  tool: 'line',
  measured: null,
  profile: null,
  noRelief: false,
};
export const measureState = createStore<MeasureState>({ ...nothing });

export function useMeasure<Part>(select: (state: MeasureState) => Part): Part {
  return useStore(measureState, select);
}

export function openMeasure(): void {
  measureState.set({ ...nothing, open: true });
  chooseMeasureTool('line');
}

/** Answers whether there was anything to close. */
export function closeMeasure(): boolean {
  const { open } = measureState.get();
  if (open) stopDrawing();
  measureState.set({ ...nothing });
  setShape('measured', null);
  pointAlong(null);
  return open;
}

export function chooseMeasureTool(tool: MeasureTool): void {
  measureState.set({ tool });
  startDrawing(tool, take);
}

function take(drawn: Drawn): void {
  if (drawn.kind !== 'line' && drawn.kind !== 'polygon') return;
  measureState.set({ measured: drawn, profile: null, noRelief: false });
  const places = drawn.kind === 'line' ? drawn.line : [...drawn.ring, drawn.ring[0]!];
  const coordinates = places.map((place) => [...place]);
  setShape('measured', {
    geometry:
      drawn.kind === 'line'
        ? { type: 'LineString', coordinates }
        : { type: 'Polygon', coordinates: [coordinates] },
    symbols: [
      { kind: 'fill', color: 'accent', opacity: 0.12 },
      { kind: 'line', color: 'accent', opacity: 1, widthPx: 2.5 },
    ],
  });
  if (drawn.kind === 'line') void findHeights(drawn);
}

const relief = new Relief();

async function findHeights(measured: Measured & { kind: 'line' }): Promise<void> {
  const places = placesAlong(measured.line);
  await Promise.all(places.map(({ position }) => relief.prepare(...position)));
  // Another was drawn meanwhile.
  if (measureState.get().measured !== measured) return;
  const points = places.map((place) => ({
    ...place,
    heightMeters: relief.heightAt(...place.position),
  }));
  // Where there is no tile of it every height is nought.
  const noRelief = points.every(({ heightMeters }) => heightMeters === 0);
  measureState.set({ profile: noRelief ? null : profileOf(points), noRelief });
}

/** Shows on the map where a place of the profile lies. */
export function pointAlong(position: LonLat | null): void {
  setShape(
    'measured-at',
    position && {
      geometry: { type: 'Point', coordinates: [...position] },
      symbols: [{ kind: 'dot', color: 'state-alarm', radiusPx: 6, opacity: 1 }],
    },
  );
}
