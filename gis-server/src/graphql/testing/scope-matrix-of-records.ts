/** What a center keeps of its own work: the log of its duties. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { Loose } from './graph-under-test.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const officer = 'duty-officer';

export const recordQueryRows: MatrixRow[] = [
  {
    field: 'Query.dutyShifts',
    role: officer,
    document: '{ dutyShifts { id lines { text mayStrike } duties { displayName } mayEnter } }',
    sees: (d) =>
      d.dutyShifts.some(({ lines }: Loose) =>
        lines.some(({ text }: Loose) => text === `entry of ${targetVillage}`),
      ),
    ownOnly: true,
  },
  {
    field: 'Query.dutyShift',
    role: officer,
    document: `{ dutyShift(id: "${ids.shift}") { id area { code } } }`,
    sees: (d) => d?.dutyShift?.id === ids.shift,
    ownOnly: true,
  },
  {
    field: 'Query.specialReports',
    role: officer,
    document: '{ specialReports(text: "FLO") { id incidents { id } mayWrite mayDecide } }',
    sees: (d) => d.specialReports.some(({ id }: Loose) => id === ids.specialReport),
  },
  {
    field: 'Query.specialReport',
    role: officer,
    document: `{ specialReport(id: "${ids.specialReport}") { id area { code } } }`,
    sees: (d) => d?.specialReport?.id === ids.specialReport,
  },
  {
    field: 'Query.specialReportDraft',
    role: officer,
    document: `{ specialReportDraft(incidentIds: ["${ids.incident(1)}"], language: "en") { title } }`,
    sees: (d) => d?.specialReportDraft?.title.includes('井盖破损') === true,
  },
];

export const recordMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.enterInDutyLog',
    role: officer,
    document: `mutation ($c: ID!) { enterInDutyLog(commandId: $c, text: "x", incidentId: "${ids.incident(1)}") { id } }`,
    sees: (d) => d?.enterInDutyLog?.id !== undefined,
  },
  {
    field: 'Mutation.strikeDutyLogLine',
    role: officer,
    document: `mutation ($c: ID!) { strikeDutyLogLine(commandId: $c, id: "${ids.logLine}", reason: "x") { id } }`,
    // Seen, but written by somebody else.
    sees: (_, answer) => answer.code === 'FORBIDDEN',
    ownOnly: true,
  },
  {
    field: 'Mutation.handOverShift',
    role: officer,
    document: `mutation ($c: ID!) { handOverShift(commandId: $c, id: "${ids.shift}") { id } }`,
    // Nobody of the matrix is on duty: src/duty-log.
    sees: (_, answer) => answer.code === 'FORBIDDEN',
    common: true,
  },
  {
    field: 'Mutation.takeOverShift',
    role: officer,
    document: `mutation ($c: ID!) { takeOverShift(commandId: $c, id: "${ids.shift}") { id } }`,
    // It lasts still.
    sees: (_, answer) => answer.code === 'CONFLICT',
    ownOnly: true,
  },
  {
    field: 'Mutation.makeDutyLog',
    role: officer,
    document: `mutation ($c: ID!) { makeDutyLog(commandId: $c, shiftId: "${ids.shift}", format: "docx", language: "en") { kind } }`,
    sees: (d) => d?.makeDutyLog?.kind === 'duty-log',
    ownOnly: true,
  },
  {
    field: 'Mutation.writeSpecialReport',
    role: officer,
    document: `mutation ($c: ID!) { writeSpecialReport(input: { commandId: $c, title: "t", incidentIds: ["${ids.incident(1)}"] }) { id } }`,
    sees: (d) => d?.writeSpecialReport?.id !== undefined,
  },
  {
    field: 'Mutation.submitSpecialReport',
    role: officer,
    document: `mutation ($c: ID!) { submitSpecialReport(commandId: $c, id: "${ids.specialReport}", version: 99) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.decideSpecialReport',
    role: 'leader',
    document: `mutation ($c: ID!) { decideSpecialReport(commandId: $c, id: "${ids.specialReport}", version: 99, approved: true) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.makeSpecialReportFile',
    role: officer,
    document: `mutation ($c: ID!) { makeSpecialReportFile(commandId: $c, id: "${ids.specialReport}", format: "docx", language: "en") { kind } }`,
    sees: (d) => d?.makeSpecialReportFile?.kind === 'special-report',
  },
];
