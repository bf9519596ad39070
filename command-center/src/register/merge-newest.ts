/**
 * The newest rows, asked again, on top of those held. Where the two do not meet, more has come than one page shows,
 * and what is held would leave a gap: the fresh page begins anew.
 */
export function mergeNewest<Row>(
  held: readonly Row[],
  fresh: readonly Row[],
  keyOf: (row: Row) => string | number,
): Row[] {
  const known = new Set(fresh.map(keyOf));
  const older = held.filter((row) => !known.has(keyOf(row)));
  const meet = older.length < held.length;
  return meet ? [...fresh, ...older] : [...fresh];
}
