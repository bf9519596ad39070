/** Rows of the matrix for rules of linkage, what they did and what they tell. */
import type { Role } from 'grid-data';
import type { Loose } from './graph-under-test.ts';
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const editor = 'town-monitor' satisfies Role;
const rule = `{ when: { kind: "incident", happening: "reported", classCodes: [], grades: [], sources: [] },
  where: ["${targetVillage}"], during: [], quiet: null, effects: [{ kind: "focus" }], mergeSeconds: 0, mostPerMinute: 60 }`;
const has = (list: Loose[] | undefined, id: string) =>
  list?.some((each) => each.id === id) ?? false;

export const linkageQueryRows: MatrixRow[] = [
  {
    field: 'Query.linkageRules',
    role: editor,
    document: '{ linkageRules { id name rule area { code } firings(first: 1) { id } } }',
    sees: (d) => has(d?.linkageRules, ids.rule),
  },
  {
    field: 'Query.linkageFirings',
    role: editor,
    document: '{ linkageFirings(first: 5) { id area { code } triggers(first: 5) { seq } } }',
    sees: (d) => has(d?.linkageFirings, ids.rule),
  },
  {
    field: 'Query.linkageFiring',
    role: editor,
    document: `{ linkageFiring(id: "${ids.rule}") { id incident { id } } }`,
    sees: (d) => d?.linkageFiring?.id === ids.rule,
  },
  {
    field: 'Query.linkageNotices',
    role: editor,
    document: '{ linkageNotices { id firing { id } } }',
    sees: (d) => has(d?.linkageNotices, ids.rule),
    ownOnly: true,
  },
  {
    field: 'Query.dryRunLinkageRule',
    role: editor,
    document: `{ dryRunLinkageRule(rule: ${rule}) { firingCount } }`,
    sees: (d) => d?.dryRunLinkageRule != null,
  },
];

export const linkageMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.saveLinkageRule',
    role: editor,
    document: `mutation ($c: ID!) { saveLinkageRule(input: { commandId: $c, name: "r", enabled: false, rule: ${rule} }) { id } }`,
    sees: (d) => d?.saveLinkageRule.id != null,
  },
  {
    field: 'Mutation.removeLinkageRule',
    role: editor,
    document: `mutation ($c: ID!) { removeLinkageRule(commandId: $c, id: "${ids.rule}", version: 99) }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.acknowledgeLinkageNotice',
    role: editor,
    document: `mutation ($c: ID!) { acknowledgeLinkageNotice(commandId: $c, id: "${ids.rule}") { acknowledgedAt } }`,
    sees: (d) => d?.acknowledgeLinkageNotice.acknowledgedAt != null,
    ownOnly: true,
  },
];
