/** A list that is asked anew from its beginning, while what was scrolled to stays where it is. */
type Row = { id: string; state: string };

/**
 * The new first page, then what was known beyond it; what has left the list by its state leaves the page too. Rows keep
 * their order: a row that moved up stands in the first page and not twice.
 */
export function mergeRows<Known extends Row>(
  first: readonly Known[],
  before: readonly Known[],
  belongs: (row: Known) => boolean,
): Known[] {
  const known = new Set(first.map(({ id }) => id));
  const lastOfFirst = first.at(-1);
  const at = before.findLastIndex(({ id }) => known.has(id));
  // Nothing of the page was known: the list has turned over, and what was below cannot be placed.
  const beyond = lastOfFirst === undefined || at === -1 ? [] : before.slice(at + 1);
  return [...first, ...beyond.filter((row) => !known.has(row.id) && belongs(row))];
}
