/** The rows of the scope matrix about what was: the replay, its histogram, what has changed since. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const on = (day: string) => `areaCode: "${targetVillage}", ${day}`;

export const replayMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.exportReplay',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { exportReplay(input: { commandId: $c, ${on('from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z"')} }) { text manifest rows } }`,
    sees: (d) => (d?.exportReplay.rows ?? 0) > 0,
  },
];

export const replayQueryRows: MatrixRow[] = [
  {
    field: 'Query.replay',
    role: 'duty-officer',
    document: `{ replay(${on('from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z"')}) { incidents cameras units duty acts wall plots cut } }`,
    sees: (d) => d?.replay.incidents.id.includes(ids.incident(1)) ?? false,
  },
  {
    field: 'Query.reportBins',
    role: 'duty-officer',
    document: `{ reportBins(${on('from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z", bins: 1')}) { from reports byGrade } }`,
    sees: (d) => (d?.reportBins[0]?.reports ?? 0) > 0,
  },
  {
    field: 'Query.reportBeside',
    role: 'duty-officer',
    document: `{ reportBeside(${on('at: "2026-05-05T00:00:00Z", later: false')}) { at incidentId title grade } }`,
    sees: (d) => Boolean(d?.reportBeside),
  },
  {
    field: 'Query.changesSince',
    role: 'duty-officer',
    document: `{ changesSince(${on('since: "2026-05-04T00:00:00Z"')}) { asOf reported { count incidents { id } } closed { count }
      overdue { incidents { id } } camerasLost { count cameras { id } } scenesChanged { screens { id } } } }`,
    sees: (d) =>
      d?.changesSince.reported.incidents.some(({ id }: { id: string }) => id === ids.incident(1)) ??
      false,
  },
];
