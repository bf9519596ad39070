import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mapModel } from '#map/map-model.ts';
import type { PlotLineFragment } from '#gis/generated/graphql.ts';
import { putDownPlot, takePlotInHand, watchPlotInHand } from './plot-in-hand.ts';
import { changePlot, plotState, redoPlot, undoPlot } from './plot-state.ts';

type Saved = { id: string; version: number; label: string | null; shape: { coordinates: unknown } };
const saved: Saved[] = [];
let versionNow = 4;

vi.mock('#gis/client.ts', () => ({
  gisClient: {
    mutate: ({ variables: { input } }: { variables: { input: Saved } }) => {
      saved.push(input);
      versionNow += 1;
      const plot = { ...fire, ...input, version: versionNow };
      return Promise.resolve({ data: { savePlot: { plot, keptBeside: null } } });
    },
  },
}));

const fire: PlotLineFragment = {
  id: 'p',
  incidentId: 'i',
  kind: 'symbol',
  symbol: 'fire',
  label: null,
  color: 'red',
  shape: { type: 'Point', coordinates: [9.93, 50] },
  version: 4,
  copyOf: null,
  changedBy: 'Anna',
  removed: false,
};
const drawn = (id: string) => mapModel.get().shapes.find((shape) => shape.id === id)?.geometry;

beforeEach(() => {
  saved.length = 0;
  versionNow = 4;
  plotState.set({ incidentId: 'i', plots: [fire], done: [], undone: [] });
});
let stop: () => void;
beforeEach(() => {
  stop = watchPlotInHand();
});
afterEach(() => stop());

test('a plot in hand shows its corners, and put down it hides them', () => {
  takePlotInHand('p');
  expect(drawn('plot-corners')).toMatchObject({ coordinates: [[9.93, 50]] });
  expect(putDownPlot()).toBe(true);
  expect(drawn('plot-corners')).toBeUndefined();
  expect(putDownPlot()).toBe(false);
});

test('a change is taken back and made again, each from the version that it knew', async () => {
  await changePlot(fire, { shape: { type: 'Point', coordinates: [9.94, 50] } });
  await undoPlot();
  await redoPlot();
  expect(saved.map(({ version, shape }) => [version, shape.coordinates])).toEqual([
    [4, [9.94, 50]],
    [5, [9.93, 50]],
    [6, [9.94, 50]],
  ]);
  expect(plotState.get().done).toHaveLength(1);
});
