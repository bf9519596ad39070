/**
 * The plots of the incident that is open: what the server has, what its journal tells, and what this person can take
 * back. Undo and redo are acts of one's own alone: another's work is never taken back by it.
 */
import { plotFacts } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  PlotsDocument,
  RemovePlotDocument,
  RestorePlotDocument,
  SavePlotDocument,
  type PlotInput,
  type PlotLineFragment,
} from '#gis/generated/graphql.ts';
import { onJournal, type JournalEntry } from '#journal/journal-state.ts';
import { setShape } from '#map/map-model.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { shapeOfPlot } from './plot-shapes.ts';

/** What of a plot people change. */
export type PlotWish = Pick<PlotInput, 'kind' | 'symbol' | 'label' | 'color' | 'shape'>;

/** An act with what takes it back; `version` is what the last turn of it made of the plot. */
type Act =
  | { id: string; did: 'drew' | 'removed' }
  | { id: string; did: 'changed'; from: PlotWish; to: PlotWish; version: number };

type PlotState = {
  incidentId: string | null;
  plots: readonly PlotLineFragment[];
  /** Oldest first. */
  done: readonly Act[];
  undone: readonly Act[];
  /** Whose version the last change was kept beside. */
  keptBeside: string | null;
  failure: unknown;
};

const nothing: PlotState = {
  incidentId: null,
  plots: [],
  done: [],
  undone: [],
  keptBeside: null,
  failure: null,
};
export const plotState = createStore<PlotState>({ ...nothing });

export function usePlots<Part>(select: (state: PlotState) => Part): Part {
  return useStore(plotState, select);
}

/** Follows an incident's plots until the answer is called. */
export function followPlots(incidentId: string): () => void {
  plotState.set({ ...nothing, incidentId });
  const ask = (): void => {
    gisClient
      .query({
        query: PlotsDocument,
        variables: { incidentId, removed: false },
        fetchPolicy: 'network-only',
      })
      .then(
        ({ data }) => plotState.get().incidentId === incidentId && data && setPlots(data.plots),
        (failure: unknown) => plotState.set({ failure }),
      );
  };
  const stop = onJournal({ begin: ask, reload: ask, entry: (entry) => hear(entry, ask) });
  ask();
  return () => {
    stop();
    if (plotState.get().incidentId === incidentId) forgetPlots();
  };
}

export function forgetPlots(): void {
  setPlots([]);
  plotState.set({ ...nothing });
}

function hear({ kind, subjectId, actorName, payload }: JournalEntry, ask: () => void): void {
  if (!kind.startsWith('plot.')) return;
  const { incidentId } = payload as { incidentId?: string };
  if (incidentId !== plotState.get().incidentId) return;
  if (kind === 'plot.removed') return takeAway(subjectId!);
  const facts = plotFacts.safeParse(payload);
  if (!facts.success || !subjectId) return ask();
  const shape = facts.data.shape as GeoJSON.Geometry;
  put({ ...facts.data, id: subjectId, shape, changedBy: actorName ?? '', removed: false });
}

function put(plot: PlotLineFragment): void {
  const { plots } = plotState.get();
  const known = plots.find(({ id }) => id === plot.id);
  if (known && known.version >= plot.version) return;
  setPlots([...plots.filter(({ id }) => id !== plot.id), plot]);
}

function takeAway(gone: string): void {
  setPlots(plotState.get().plots.filter(({ id }) => id !== gone));
}

/** Its name among the shapes of the map. */
export function mapIdOf(plotId: string): string {
  return `plot-${plotId}`;
}

function setPlots(plots: readonly PlotLineFragment[]): void {
  const before = plotState.get().plots;
  for (const { id } of before) {
    if (!plots.some((plot) => plot.id === id)) setShape(mapIdOf(id), null);
  }
  for (const plot of plots) {
    if (!before.some(({ id, version }) => id === plot.id && version === plot.version))
      setShape(mapIdOf(plot.id), shapeOfPlot(plot));
  }
  plotState.set({ plots });
}

export function drawPlot(wish: PlotWish): Promise<void> {
  return attempt(async () => {
    const { id } = await save({ ...wish, id: newCommandId(), version: 0 });
    did({ id, did: 'drew' });
  });
}

/** Answers what the plot is called by now: a copy where somebody else changed the same of it at once. */
export async function changePlot(plot: PlotLineFragment, change: Partial<PlotWish>) {
  const { kind, symbol, label, color, shape } = plot;
  const from: PlotWish = { kind, symbol, label, color, shape };
  const to = { ...from, ...change };
  let changed: string | null = null;
  await attempt(async () => {
    const { id, version } = await save({ ...to, id: plot.id, version: plot.version });
    did({ id, did: 'changed', from, to, version });
    changed = id;
  });
  return changed as string | null;
}

async function save(input: Omit<PlotInput, 'commandId' | 'incidentId'>): Promise<PlotLineFragment> {
  const incidentId = plotState.get().incidentId ?? '';
  const variables = { input: { ...input, incidentId, commandId: newCommandId() } };
  const { data } = await gisClient.mutate({ mutation: SavePlotDocument, variables });
  const { plot, keptBeside } = data!.savePlot;
  put(plot);
  if (keptBeside) put(keptBeside);
  plotState.set({ keptBeside: keptBeside?.changedBy ?? null });
  return plot;
}

export function removePlot(id: string): Promise<void> {
  return attempt(async () => {
    await remove(id);
    did({ id, did: 'removed' });
  });
}

export function undoPlot(): Promise<void> {
  const last = plotState.get().done.at(-1);
  if (!last) return Promise.resolve();
  return attempt(async () => {
    const turned = await turn(last, true);
    plotState.set(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, turned] }));
  });
}

export function redoPlot(): Promise<void> {
  const last = plotState.get().undone.at(-1);
  if (!last) return Promise.resolve();
  return attempt(async () => {
    const turned = await turn(last, false);
    plotState.set(({ done, undone }) => ({ done: [...done, turned], undone: undone.slice(0, -1) }));
  });
}

/** A change is turned back as a change: what others did to the plot since is joined with it, as with any other. */
async function turn(act: Act, back: boolean): Promise<Act> {
  if (act.did === 'changed') {
    const wish = back ? act.from : act.to;
    const { id, version } = await save({ ...wish, id: act.id, version: act.version });
    return { ...act, id, version };
  }
  await ((act.did === 'drew') === back ? remove(act.id) : restore(act.id));
  return act;
}

function did(act: Act): void {
  plotState.set(({ done }) => ({ done: [...done, act], undone: [] }));
}

async function remove(id: string): Promise<void> {
  const variables = { commandId: newCommandId(), id };
  await gisClient.mutate({ mutation: RemovePlotDocument, variables });
  takeAway(id);
}

export async function restore(id: string): Promise<void> {
  const variables = { commandId: newCommandId(), id };
  const { data } = await gisClient.mutate({ mutation: RestorePlotDocument, variables });
  if (data) put(data.restorePlot);
}

async function attempt(act: () => Promise<void>): Promise<void> {
  plotState.set({ failure: null });
  try {
    await act();
  } catch (failure) {
    plotState.set({ failure });
  }
}
