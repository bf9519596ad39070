/** The order of the column: what nobody has seen, then what is worked on before what rests; graver first, newer first. */
export type Ordered = {
  id: string;
  grade: number;
  state: string;
  overdue: boolean;
  reportedAt: string;
};

export function orderIncidents<Incident extends Ordered>(
  incidents: readonly Incident[],
  unacknowledged: ReadonlySet<string>,
): Incident[] {
  return [...incidents].sort(
    (a, b) =>
      Number(unacknowledged.has(b.id)) - Number(unacknowledged.has(a.id)) ||
      Number(a.state === 'suspended') - Number(b.state === 'suspended') ||
      a.grade - b.grade ||
      Number(b.overdue) - Number(a.overdue) ||
      Date.parse(b.reportedAt) - Date.parse(a.reportedAt) ||
      a.id.localeCompare(b.id),
  );
}
