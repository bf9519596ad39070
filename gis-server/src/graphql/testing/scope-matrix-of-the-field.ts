/** What is said to the field and what comes back. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { Loose } from './graph-under-test.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const worker = 'grid-worker';
const officer = 'duty-officer';

/** What a viewer reported is nobody else's list: src/incidents/incidents.db.test.ts. */
export const fieldQueryRows: MatrixRow[] = [
  {
    field: 'Query.myReports',
    role: 'grid-worker',
    document: '{ myReports { nodes { id } } }',
    sees: (d, answer) => answer.code === null && d.myReports.nodes.length === 0,
    common: true,
  },
  {
    field: 'Query.myFieldDuty',
    role: 'grid-worker',
    document: '{ myFieldDuty { id } }',
    sees: (d, answer) => answer.code === null && d.myFieldDuty === null,
    common: true,
  },
  {
    field: 'Query.myBulletins',
    role: worker,
    document: '{ myBulletins { id photos { id } myAnswers { id } } }',
    sees: (d) => d.myBulletins.some(({ id }: Loose) => id === ids.bulletin),
    ownOnly: true,
  },
  {
    field: 'Query.keyUnits',
    role: worker,
    document: '{ keyUnits(kind: "shop") { nodes { id area { code } violations { id } } } }',
    sees: (d) => d.keyUnits.nodes.some(({ id }: Loose) => id === ids.keyUnit),
  },
  {
    field: 'Query.keyUnit',
    role: worker,
    document: `{ keyUnit(id: "${ids.keyUnit}") { id personInCharge initials violationCount } }`,
    sees: (d) => d?.keyUnit?.id === ids.keyUnit,
  },
  {
    field: 'Query.regulations',
    role: worker,
    document: '{ regulations { code summary classes { code } initials } }',
    sees: (d) => d.regulations.some(({ classes }: Loose) => classes[0]?.code === 'E0102'),
    common: true,
  },
  {
    field: 'Query.checkLists',
    role: worker,
    document: '{ checkLists { code items { code } } }',
    sees: (d) => d.checkLists.length >= 3,
    common: true,
  },
  {
    field: 'Query.myPatrolTasks',
    role: worker,
    document: '{ myPatrolTasks { id list { code } } }',
    sees: (d) => d.myPatrolTasks.some(({ id }: Loose) => id === ids.patrol),
    ownOnly: true,
  },
  {
    field: 'Query.myPatrols',
    role: worker,
    document: '{ myPatrols { id } }',
    // Nobody of the matrix has made one: src/patrols.
    sees: (d) => d.myPatrols.length === 0,
    common: true,
  },
  {
    field: 'Query.myLeaves',
    role: worker,
    document: '{ myLeaves { id } }',
    // Nobody of the matrix is away: src/field-leaves.
    sees: (d) => d.myLeaves.length === 0,
    common: true,
  },
  {
    field: 'Query.mySubstitutes',
    role: worker,
    document: '{ mySubstitutes { userId sameCell } }',
    sees: (d) => d.mySubstitutes.some(({ userId }: Loose) => userId === ids.user),
    ownOnly: true,
  },
  {
    field: 'Query.myCharges',
    role: worker,
    document: '{ myCharges { code } }',
    sees: (d) => d.myCharges.length === 0,
    common: true,
  },
  {
    field: 'Query.fieldLeaves',
    role: officer,
    document: '{ fieldLeaves { id reason } }',
    sees: (d) => d.fieldLeaves.some(({ id }: Loose) => id === ids.leave),
  },
  {
    field: 'Query.patrolTasks',
    role: officer,
    document: '{ patrolTasks { id list { nameZh } } }',
    sees: (d) => d.patrolTasks.some(({ id }: Loose) => id === ids.patrol),
  },
  {
    field: 'Query.patrols',
    role: officer,
    document: '{ patrols(notOkOnly: true) { id list { code } results { code photos { id } } } }',
    sees: (d) => d.patrols.some(({ id }: Loose) => id === ids.patrol),
  },
  {
    field: 'Query.patrol',
    role: officer,
    document: `{ patrol(id: "${ids.patrol}") { id results { code } } }`,
    sees: (d) => d?.patrol?.id === ids.patrol,
  },
  {
    field: 'Query.bulletins',
    role: officer,
    document: '{ bulletins { id counts { addressed } recipients { userId } answers { id } } }',
    sees: (d) => d.bulletins.some(({ id }: Loose) => id === ids.bulletin),
  },
  {
    field: 'Query.bulletin',
    role: officer,
    document: `{ bulletin(id: "${ids.bulletin}") { id recipients { userId } } }`,
    sees: (d) => d?.bulletin?.id === ids.bulletin,
  },
];

/** A duty is the viewer's own and nobody else's: src/field-duty/field-duty.db.test.ts. */
export const fieldMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.startFieldDuty',
    role: 'grid-worker',
    document: 'mutation ($c: ID!) { startFieldDuty(commandId: $c, noticeRead: 1) { unitId } }',
    sees: (d) => d.startFieldDuty.unitId.startsWith('worker-'),
    common: true,
  },
  {
    field: 'Mutation.endFieldDuty',
    role: 'grid-worker',
    document: 'mutation ($c: ID!) { endFieldDuty(commandId: $c) }',
    sees: (_, answer) => answer.code === null,
    common: true,
  },
  {
    field: 'Mutation.reportFieldPositions',
    role: 'village-officer',
    document: 'mutation { reportFieldPositions(positions: []) }',
    sees: (_, answer) => answer.code === 'CONFLICT',
    common: true,
  },
  {
    field: 'Mutation.readBulletin',
    role: worker,
    document: `mutation ($c: ID!) { readBulletin(commandId: $c, id: "${ids.bulletin}") }`,
    sees: (d) => d?.readBulletin === true,
    ownOnly: true,
  },
  {
    field: 'Mutation.answerBulletin',
    role: worker,
    document: `mutation ($c: ID!) { answerBulletin(input: { commandId: $c, id: "${ids.bulletin}", finding: "found" }) { id } }`,
    sees: (d) => d?.answerBulletin?.id !== undefined,
    ownOnly: true,
  },
  {
    field: 'Mutation.issuePatrolTask',
    role: officer,
    document: `mutation ($c: ID!) { issuePatrolTask(commandId: $c, listCode: "unit", place: "school", areaCode: "${targetVillage}") { id } }`,
    sees: (d) => d?.issuePatrolTask?.id !== undefined,
  },
  {
    field: 'Mutation.recordPatrol',
    role: worker,
    document: `mutation ($c: ID!) { recordPatrol(input: { commandId: $c, listCode: "household", listVersion: 1,
      taskId: "${ids.patrol}", place: "x", beganAt: "2026-05-04T01:00:00Z", endedAt: "2026-05-04T02:00:00Z",
      results: [{ code: "alone", finding: "ok" }, { code: "dispute", finding: "ok" },
        { code: "safety", finding: "ok" }, { code: "wish", finding: "ok" }] }) { id } }`,
    sees: (d) => d?.recordPatrol?.id !== undefined,
  },
  {
    field: 'Mutation.askLeave',
    role: worker,
    document: `mutation ($c: ID!) { askLeave(commandId: $c, substituteId: "${ids.user}",
      fromAt: "2098-01-01T00:00:00Z", toAt: "2098-01-02T00:00:00Z", reason: "x") { id } }`,
    // Whom they may not name they may not ask for; the one they may is away then.
    sees: (_, answer) => answer.code === 'CONFLICT',
    ownOnly: true,
  },
  {
    field: 'Mutation.withdrawLeave',
    role: worker,
    document: `mutation ($c: ID!) { withdrawLeave(commandId: $c, id: "${ids.leave}") { id } }`,
    // Somebody else's: src/field-leaves.
    sees: (_, answer) => answer.code === 'NOT_FOUND',
    common: true,
  },
  {
    field: 'Mutation.decideLeave',
    role: officer,
    document: `mutation ($c: ID!) { decideLeave(commandId: $c, id: "${ids.leave}", granted: true) { state } }`,
    // The second is told that it is decided.
    sees: (_, answer) => answer.code === null || answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.endPatrolTask',
    role: officer,
    document: `mutation ($c: ID!) { endPatrolTask(commandId: $c, id: "${ids.patrol}") }`,
    sees: (_, answer) => answer.code === null,
  },
  {
    field: 'Mutation.issueBulletin',
    role: officer,
    document: `mutation ($c: ID!) { issueBulletin(input: { commandId: $c, kind: "notice", title: "t", text: "x", areaCode: "${targetVillage}", roles: ["grid-worker"] }) { id } }`,
    sees: (d) => d?.issueBulletin?.id !== undefined,
  },
  {
    field: 'Mutation.endBulletin',
    role: officer,
    document: `mutation ($c: ID!) { endBulletin(commandId: $c, id: "${ids.bulletin}") { endedAt } }`,
    sees: (d) => d?.endBulletin?.endedAt != null,
  },
];
