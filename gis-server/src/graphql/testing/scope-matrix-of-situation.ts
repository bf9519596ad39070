/** The rows of the scope matrix about the numbers of the situation, instructions and guests. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const has = (list: Record<string, unknown>[] | undefined, key: string, value: string) =>
  list?.some((item) => item[key] === value) ?? false;

export const situationQueryRows: MatrixRow[] = [
  {
    field: 'Query.situation',
    role: 'duty-officer',
    document: `{ situation(areaCode: "${targetVillage}") { asOfSeq figures { id count } openByArea { count } } }`,
    sees: (d) => has(d?.situation.figures, 'id', 'open') && countIn(d.situation, 'open') === 2,
  },
  {
    field: 'Query.situationRows',
    role: 'duty-officer',
    document: `{ situationRows(figure: "open", areaCode: "${targetVillage}") { count incidents { id } situation { asOfSeq } } }`,
    sees: (d) => has(d?.situationRows.incidents, 'id', ids.incident(1)),
  },
  {
    field: 'Query.panelArrangement',
    role: 'duty-officer',
    document: '{ panelArrangement { role panels version } }',
    sees: (d) => d?.panelArrangement.version === 0,
    common: true,
  },
  {
    field: 'Query.wallGuests',
    role: 'duty-officer',
    document: '{ wallGuests { since } }',
    sees: (d) => d?.wallGuests === null || Boolean(d?.wallGuests.since),
    common: true,
  },
  {
    field: 'Query.instructions',
    role: 'duty-officer',
    document: '{ instructions { id incident { id } receivable } }',
    sees: (d) => has(d?.instructions, 'id', ids.instruction),
  },
];

export const situationMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.setWallGuests',
    role: 'duty-officer',
    document: 'mutation ($c: ID!) { setWallGuests(commandId: $c, present: true) { since setBy } }',
    sees: (d) => Boolean(d?.setWallGuests.since),
    common: true,
  },
  {
    field: 'Mutation.arrangePanels',
    role: 'shift-leader',
    document:
      'mutation ($c: ID!) { arrangePanels(commandId: $c, role: "leader", version: 99, panels: ["today"]) { version } }',
    sees: (_, { code }) => code === 'CONFLICT',
    common: true,
  },
  {
    field: 'Mutation.giveInstruction',
    role: 'leader',
    document: `mutation ($c: ID!) { giveInstruction(input: { commandId: $c, incidentId: "${ids.incident(1)}", kind: "comment", text: "look" }) { id } }`,
    sees: (d) => Boolean(d?.giveInstruction.id),
  },
  {
    field: 'Mutation.receiveInstruction',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { receiveInstruction(commandId: $c, id: "${ids.instruction}") { receivedBy } }`,
    // The first takes it, the others are told who did.
    sees: (d, { code }) => code === 'CONFLICT' || Boolean(d?.receiveInstruction?.receivedBy),
  },
];

function countIn(situation: { figures: { id: string; count: number }[] }, figure: string) {
  return situation.figures.find(({ id }) => id === figure)?.count;
}
