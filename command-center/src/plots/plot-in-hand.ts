/** The one plot that is in hand: its corners can be pulled on the map, and what a pull makes of it is saved when the hand lets go. */
import type { LonLat } from 'grid-data';
import { drawState } from '#draw/draw-state.ts';
import { watchGrips } from '#draw/grip-pointer.ts';
import type { MapShape } from '#map/engine.ts';
import { replaceShapes, setShape } from '#map/map-model.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { shapeOfPlot } from './plot-shapes.ts';
import { changePlot, mapIdOf, plotState } from './plot-state.ts';
import { cornersOf, gripAt, pulled, sidesOf, type PlotGrip, type PlotShape } from './reshape.ts';

type InHand = {
  id: string | null;
  /** While it is pulled: not saved yet. */
  pulledTo: PlotShape | null;
};

const plotInHand = createStore<InHand>({ id: null, pulledTo: null });

export function usePlotInHand<Part>(select: (state: InHand) => Part): Part {
  return useStore(plotInHand, select);
}

export function takePlotInHand(id: string): void {
  plotInHand.set({ id, pulledTo: null });
}

/** Answers whether one was in hand. */
export function putDownPlot(): boolean {
  const { id } = plotInHand.get();
  // What was pulled and not let go of lies where it was.
  plotInHand.set({ pulledTo: null });
  plotInHand.set({ id: null });
  return id !== null;
}

function plotHeld() {
  const { id } = plotInHand.get();
  return id === null ? null : (plotState.get().plots.find((plot) => plot.id === id) ?? null);
}

export function watchPlotInHand(): () => void {
  const stops = [
    plotInHand.subscribe(draw),
    plotState.subscribe(draw),
    watchGrips<PlotGrip>({
      gripAt(point, project) {
        const plot = drawState.get().tool === null ? plotHeld() : null;
        return plot && gripAt(plot.shape, point, project);
      },
      drag(grip, to: LonLat, from: LonLat) {
        const plot = plotHeld();
        if (plot) plotInHand.set({ pulledTo: pulled(plot.shape, grip, to, from) });
      },
      drop: () => void keepPulled(),
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    putDownPlot();
    replaceShapes(gripIds, []);
  };
}

/** What was pulled stays in sight until the answer stands in its place. */
async function keepPulled(): Promise<void> {
  const { pulledTo } = plotInHand.get();
  const plot = plotHeld();
  if (!plot || !pulledTo) return;
  const changed = await changePlot(plot, { shape: pulledTo });
  // A copy was made where somebody else pulled at it too: that is what this hand goes on with.
  if (plotInHand.get().id === plot.id) plotInHand.set({ id: changed ?? plot.id, pulledTo: null });
}

const gripIds = ['plot-sides', 'plot-corners'] as const;

function draw(): void {
  const plot = plotHeld();
  if (!plot) return replaceShapes(gripIds, []);
  const shape = plotInHand.get().pulledTo ?? plot.shape;
  setShape(mapIdOf(plot.id), shapeOfPlot({ ...plot, shape }));
  replaceShapes(gripIds, [
    dots('plot-sides', sidesOf(shape), 3.5),
    dots('plot-corners', cornersOf(shape), 6.5),
  ]);
}

function dots(id: string, places: readonly LonLat[], radiusPx: number): MapShape {
  return {
    id,
    geometry: { type: 'MultiPoint', coordinates: places.map((place) => [...place]) },
    symbols: [
      { kind: 'dot', color: 'map-halo', radiusPx: radiusPx + 2.5, opacity: 1 },
      { kind: 'dot', color: 'accent', radiusPx, opacity: 1 },
    ],
  };
}
