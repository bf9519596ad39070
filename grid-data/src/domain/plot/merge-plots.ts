/** Two who changed the same plot at once: what each of them did is joined where it does not touch the other's. */
import type { PlotFacts } from './plot.ts';

export type PlotContent = Pick<PlotFacts, 'kind' | 'symbol' | 'label' | 'color' | 'shape'>;

/** What is changed as one: a symbol means nothing to another kind, and another kind has another shape. */
const parts = [['kind', 'symbol', 'shape'], ['label'], ['color']] as const;

/** Null where both changed the same part, each in another way. */
export function mergePlots(
  base: PlotContent,
  mine: PlotContent,
  theirs: PlotContent,
): PlotContent | null {
  const merged: Partial<Record<keyof PlotContent, unknown>> = {};
  for (const part of parts) {
    const same = (one: PlotContent, other: PlotContent): boolean =>
      part.every((field) => wordsOf(one, field) === wordsOf(other, field));
    if (!same(mine, base) && !same(theirs, base) && !same(mine, theirs)) return null;
    const from = same(mine, base) ? theirs : mine;
    for (const field of part) merged[field] = from[field];
  }
  return merged as PlotContent;
}

/** A database gives the fields of a shape back in an order of its own. */
function wordsOf(plot: PlotContent, field: keyof PlotContent): string {
  return JSON.stringify(
    field === 'shape' ? [plot.shape.type, plot.shape.coordinates] : plot[field],
  );
}
