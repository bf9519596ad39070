/** What waits at the desk, and what is done to cases outside the table. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { Loose } from './graph-under-test.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const officer = 'duty-officer';
const stretch = 'from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z"';

export const caseQueryRows: MatrixRow[] = [
  {
    field: 'Query.caseStandards',
    role: officer,
    document: '{ caseStandards { id } }',
    sees: (d) => Array.isArray(d?.caseStandards),
    common: true,
  },
  {
    field: 'Query.caseRules',
    role: officer,
    document: '{ caseRules { calendar { version } } }',
    sees: (d) => d?.caseRules.calendar.version > 0,
    common: true,
  },
  {
    field: 'Query.duplicatesAt',
    role: officer,
    document: `{ duplicatesAt(classCode: "E0102", position: { longitude: 9.93, latitude: 50 }) { id } }`,
    // Of what lies in no scope there is none beside it: an answer for all, with rows for some.
    sees: (d) => Array.isArray(d?.duplicatesAt),
    common: true,
  },
  {
    field: 'Query.knownOrder',
    role: officer,
    document: `{ knownOrder(source: "hotline", externalId: "none") { revision incident { id } } }`,
    // An order lies in no area; its case does.
    sees: (d) => d?.knownOrder === null,
    common: true,
  },
  {
    field: 'Query.worklists',
    role: officer,
    document: `{ worklists(areaCode: "${targetVillage}") { key count } }`,
    sees: (d) => d?.worklists.find((list: Loose) => list.key === 'to-accept').count > 0,
  },
  {
    field: 'Query.worklist',
    role: officer,
    document: `{ worklist(areaCode: "990101", key: "open") { nodes { id department { nameZh } dispatchAdvice { openCases } suspectedDuplicates { id } } } }`,
    sees: (d) =>
      d.worklist.nodes.some((each: Loose) => each.id === ids.incident(2)) &&
      d.worklist.nodes.every((each: Loose) => each.suspectedDuplicates.length === 0),
  },
  {
    field: 'Query.evaluation',
    role: officer,
    document: `{ evaluation(areaCode: "990101", ${stretch}) { key value denominator } }`,
    // Each of the four villages has its own cases.
    sees: (d, answer) => answer.code === null && d.evaluation[0].denominator > 0,
    common: true,
  },
  {
    field: 'Query.evaluationRows',
    role: officer,
    document: `{ evaluationRows(areaCode: "990101", ${stretch}, key: "report", first: 200) { total nodes { id } } }`,
    sees: (d) => d.evaluationRows.nodes.some((each: Loose) => each.id === ids.incident(1)),
  },
  {
    field: 'Query.casePlaces',
    role: officer,
    document: `{ casePlaces(areaCode: "990101", ${stretch}, by: "heat") { total nodes { cases } } }`,
    // Each of the four villages has its own cases.
    sees: (d, answer) => answer.code === null && d.casePlaces.total > 0,
    common: true,
  },
  {
    field: 'Query.casesAtPlace',
    role: officer,
    document: `{ casesAtPlace(areaCode: "990101", ${stretch}, by: "heat", key: "none") { total nodes { id } } }`,
    // Whose cases lie at a spot is tested beside the statement.
    sees: (d, answer) => answer.code === null && d.casesAtPlace.total === 0,
    common: true,
  },
  {
    field: 'Query.evaluatedComponents',
    role: officer,
    document: '{ evaluatedComponents(areaCode: "990101", first: 200) { total nodes { code } } }',
    sees: (d) => d.evaluatedComponents.nodes.some((each: Loose) => each.code === ids.component(1)),
  },
  {
    field: 'Query.evaluatedCameras',
    role: officer,
    document: `{ evaluatedCameras(areaCode: "990101", ${stretch}) { total nodes { cameraId } } }`,
    // Nobody has looked at a camera here yet; whose minutes somebody is told of is tested beside the figures.
    sees: (d) => Array.isArray(d?.evaluatedCameras.nodes),
    common: true,
  },
  {
    field: 'Query.cameraUse',
    role: officer,
    document: `{ cameraUse(areaCode: "990101", ${stretch}, by: "platform") { whole { cameras } groups { key } } }`,
    // Each of the four villages has two cameras; whose looks somebody is told of is tested beside the counts.
    sees: (d, answer) => answer.code === null && d.cameraUse.whole.cameras > 0,
    common: true,
  },
  {
    field: 'Query.cameraUseLooks',
    role: 'auditor',
    document: `{ cameraUseLooks(areaCode: "990101", ${stretch}) { total nodes { id } } }`,
    // No look here has begun.
    sees: (d) => d?.cameraUseLooks.total === 0,
    common: true,
  },
  {
    field: 'Query.unwatchedCameras',
    role: officer,
    document: `{ unwatchedCameras(areaCode: "990101", ${stretch}, first: 200) { total nodes { id } } }`,
    sees: (d) => d.unwatchedCameras.nodes.some((each: Loose) => each.id === ids.camera(1)),
  },
  {
    field: 'Query.duplicateRule',
    role: officer,
    document: '{ duplicateRule { meters hours } }',
    sees: (d) => d.duplicateRule.meters === 50 && d.duplicateRule.hours === 24,
    common: true,
  },
  {
    field: 'Query.dispatchRules',
    role: officer,
    document: '{ dispatchRules { areaCode department { code } } }',
    sees: (d) => d.dispatchRules.some((each: Loose) => each.areaCode === targetVillage),
  },
  {
    field: 'Query.evaluationGroups',
    role: officer,
    document: `{ evaluationGroups(areaCode: "990101", ${stretch}, by: "department") { key figures { value } } }`,
    sees: (d, answer) => answer.code === null && d.evaluationGroups.length === 3,
    common: true,
  },
  {
    field: 'Query.scorecard',
    role: officer,
    document: `{ scorecard(areaCode: "990101001", month: "2026-05", by: "area") { rows { key } } }`,
    sees: (d) => d.scorecard.rows.some(({ key }: Loose) => key === targetVillage),
  },
  {
    field: 'Query.keptEvaluations',
    role: officer,
    document: `{ keptEvaluations(areaCode: "990101") { id figures { key } groups(by: "area") { key } } }`,
    sees: (d) => d.keptEvaluations.some(({ id }: Loose) => id === ids.keptEvaluation),
  },
  {
    field: 'Query.documents',
    role: officer,
    document: `{ documents(areaCode: "990101") { id area { code } } }`,
    sees: (d) => d.documents.some(({ id }: Loose) => id === ids.document),
  },
  {
    field: 'Query.shiftNotes',
    role: officer,
    document: '{ shiftNotes { text incidents { id } takeable } }',
    sees: (d) => d.shiftNotes.some((each: Loose) => each.text === `note of ${targetVillage}`),
    ownOnly: true,
  },
  {
    field: 'Query.departments',
    role: officer,
    document: '{ departments { code nameZh } }',
    sees: (d) => d.departments.length > 0,
    common: true,
  },
];

export const caseMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.saveDispatchRule',
    role: 'shift-leader',
    document: `mutation ($c: ID!) { saveDispatchRule(input: { commandId: $c, areaCode: "${targetVillage}", during: "off-time", departmentCode: "city-management" }) { id } }`,
    // Each who may save it after the first is told that it is there.
    sees: (_, answer) => answer.code !== 'BAD_USER_INPUT',
  },
  {
    field: 'Mutation.unmaskReporter',
    role: officer,
    document: `mutation ($c: ID!) { unmaskReporter(commandId: $c, incidentId: "${ids.incident(2)}", reason: "x") { name } }`,
    sees: (_, answer) => answer.errors[0]?.extensions?.['reason'] === 'no-reporter',
  },
  {
    field: 'Mutation.callBackReporter',
    role: officer,
    document: `mutation ($c: ID!) { callBackReporter(commandId: $c, incidentId: "${ids.incident(2)}", outcome: "satisfied", answer: "x") { id } }`,
    sees: (d) => d?.callBackReporter?.id === ids.incident(2),
  },
  {
    field: 'Mutation.keepEvaluation',
    role: 'leader',
    document: `mutation ($c: ID!) { keepEvaluation(commandId: $c, areaCode: "${targetVillage}", ${stretch}) { figures { key denominator } } }`,
    sees: (d) => d?.keepEvaluation.figures[0].denominator > 0,
  },
  {
    field: 'Mutation.makeCaseFile',
    role: officer,
    document: `mutation ($c: ID!) { makeCaseFile(commandId: $c, incidentId: "${ids.incident(2)}", language: "en") { id } }`,
    sees: (d) => d?.makeCaseFile?.id !== undefined,
  },
  {
    field: 'Mutation.makeEvaluationDocument',
    role: officer,
    document: `mutation ($c: ID!) { makeEvaluationDocument(input: { commandId: $c, areaCode: "${targetVillage}", ${stretch}, format: "xlsx", language: "en" }) { id } }`,
    sees: (d) => d?.makeEvaluationDocument.id !== undefined,
  },
  {
    field: 'Mutation.writeShiftNote',
    role: officer,
    document: `mutation ($c: ID!) { writeShiftNote(commandId: $c, text: "x", incidentIds: ["${ids.incident(2)}"]) { id } }`,
    sees: (_, answer) => answer.code === null,
  },
  {
    field: 'Mutation.takeShiftNote',
    role: officer,
    document: `mutation ($c: ID!) { takeShiftNote(commandId: $c, id: "${ids.shiftNote}") { id } }`,
    sees: (_, answer) => answer.code === null,
    ownOnly: true,
  },
  {
    field: 'Mutation.moveIncidents',
    role: 'shift-leader',
    document: `mutation ($c: ID!) { moveIncidents(input: { commandId: $c, move: "accept", cases: [{ id: "${ids.incident(2)}", version: 99 }] }) { refused { reason } } }`,
    sees: (d) => d.moveIncidents.refused[0].reason === 'version-conflict',
  },
  {
    field: 'Mutation.forceIncident',
    role: 'leader',
    document: `mutation ($c: ID!) { forceIncident(commandId: $c, id: "${ids.incident(2)}", version: 99, to: "closed", note: "x") { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
];

/** Tested where they are. */
export const caseFieldsOfTheirOwn = [
  // What the rota has told, by whose case it is: src/cases/at-the-desk.db.test.ts.
  'Query.openEscalations',
  // Ends what it finds, once: src/dispatch.
  'Mutation.removeDispatchRule',
  // Takes back what who asks has done: src/cases.
  'Mutation.undoMoveIncidents',
  // One's own alone: src/desk-filters.
  'Query.deskFilters',
  'Mutation.keepDeskFilter',
  'Mutation.dropDeskFilter',
  // For the whole city alone, and what the first saves is another's version: src/case-standards.
  'Mutation.saveWorkCalendar',
  'Mutation.saveCaseSettings',
  'Mutation.saveCaseStandard',
  'Mutation.retireCaseStandard',
  'Mutation.saveCheckList',
  'Mutation.retireCheckList',
  'Mutation.setClassRetired',
  'Mutation.setDepartmentClosed',
  // For the whole city too: src/reports.
  'Query.reportSchedule',
  'Mutation.saveReportSchedule',
];
