import { expect, test } from 'vitest';
import { mergePlots, type PlotContent } from './merge-plots.ts';

const base: PlotContent = {
  kind: 'symbol',
  symbol: 'fire',
  label: null,
  color: 'red',
  shape: { type: 'Point', coordinates: [9.93, 50] },
};
const moved = { ...base, shape: { type: 'Point' as const, coordinates: [9.94, 50] } };

test('who moves it and who names it both have their way', () => {
  const named = { ...base, label: '火点' };
  expect(mergePlots(base, moved, named)).toEqual({ ...moved, label: '火点' });
  expect(mergePlots(base, named, moved)).toEqual({ ...moved, label: '火点' });
});

test('two who move it to two places are not joined, two who move it to one are', () => {
  const elsewhere = { ...base, shape: { type: 'Point' as const, coordinates: [9.9, 50] } };
  expect(mergePlots(base, moved, elsewhere)).toBeNull();
  expect(mergePlots(base, moved, { ...moved })).toEqual(moved);
});

test('what changes nothing leaves what the other did', () => {
  expect(mergePlots(base, base, moved)).toEqual(moved);
});
