/** Which moves all picked cases could make by this person's rights; what else stands against one the server says. */
import {
  isBulkMove,
  movesFrom,
  type CaseMove,
  type IncidentState,
  type Permission,
} from 'grid-data';

export function bulkMovesOf(
  states: readonly string[],
  permissions: readonly string[],
): readonly CaseMove[] {
  const [first, ...others] = [...new Set(states)];
  if (first === undefined) return [];
  return movesFrom(first as IncidentState).filter(
    (row) =>
      isBulkMove(row) &&
      row.by.some((right: Permission) => permissions.includes(right)) &&
      others.every((state) => row.from.includes(state as IncidentState)),
  );
}
