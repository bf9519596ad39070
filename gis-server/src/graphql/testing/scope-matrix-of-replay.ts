/** The rows of the scope matrix about what was: the replay, its histogram, what has changed since. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const on = (day: string) => `areaCode: "${targetVillage}", ${day}`;

export const replayQueryRows: MatrixRow[] = [
  {
    field: 'Query.replay',
    role: 'duty-officer',
    document: `{ replay(${on('from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z"')}) { incidents cameras units duty acts cut } }`,
    sees: (d) => d?.replay.incidents.id.includes(ids.incident(1)) ?? false,
  },
  {
    field: 'Query.reportBins',
    role: 'duty-officer',
    document: `{ reportBins(${on('from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z", bins: 1')}) { from reports } }`,
    sees: (d) => (d?.reportBins[0]?.reports ?? 0) > 0,
  },
  {
    field: 'Query.changesSince',
    role: 'duty-officer',
    document: `{ changesSince(${on('since: "2026-05-04T00:00:00Z"')}) { asOf reported { count ids } closed { count } overdue { ids } camerasLost { count } scenesChanged { ids } } }`,
    sees: (d) => d?.changesSince.reported.ids.includes(ids.incident(1)) ?? false,
  },
];
