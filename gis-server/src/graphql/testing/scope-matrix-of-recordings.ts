/** The rows of the scope matrix about requests for recordings, copies and how far recordings reach. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const has = (list: Record<string, unknown>[] | undefined, key: string, value: string) =>
  list?.some((item) => item[key] === value) ?? false;

export const recordingQueryRows: MatrixRow[] = [
  {
    field: 'Query.viewRequests',
    role: 'leader',
    document: '{ viewRequests { nodes { id area { code } cameras { camera { id } } } } }',
    sees: (d) => has(d.viewRequests?.nodes, 'id', ids.request),
  },
  {
    field: 'Query.viewRequest',
    role: 'leader',
    document: `{ viewRequest(id: "${ids.request}") { id grants decidable } }`,
    sees: (d) => d.viewRequest?.id === ids.request,
  },
  {
    field: 'Query.recordingFloor',
    role: 'leader',
    document: `{ recordingFloor(areaCode: "${targetVillage}") { asked shortest { camera { id } } } }`,
    sees: (d) => d?.recordingFloor.asked === 1,
  },
  {
    field: 'Query.recordingExports',
    role: 'leader',
    document: '{ recordingExports { nodes { id camera { id } decidable unmaskable } } }',
    sees: (d) => has(d.recordingExports?.nodes, 'id', ids.request),
  },
  {
    field: 'Query.recordingBookmarks',
    role: 'leader',
    document: `{ recordingBookmarks(requestId: "${ids.request}") { id note } }`,
    sees: (d) => d.recordingBookmarks.length === 1,
  },
];

export const recordingMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.requestView',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { requestView(input: { commandId: $c, legalBasis: "criminal-case", cameraIds: ["${ids.camera(1)}"], windowFrom: "2026-05-01T00:00:00Z", windowTo: "2026-05-01T01:00:00Z", reason: "stolen bicycle", caseNo: "A-1" }) { id area { code } } }`,
    sees: (d) => d?.requestView.area.code === targetVillage,
  },
  {
    field: 'Mutation.decideViewRequest',
    role: 'leader',
    document: `mutation ($c: ID!) { decideViewRequest(commandId: $c, id: "${ids.request}", version: 99, approve: true) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.revokeViewRequest',
    role: 'leader',
    document: `mutation ($c: ID!) { revokeViewRequest(commandId: $c, id: "${ids.request}", version: 99, note: "no need") { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  ...(['decideRecordingExport', 'permitUnmaskedExport', 'holdRecordingExport'] as const).map(
    (field): MatrixRow => ({
      field: `Mutation.${field}`,
      role: 'leader',
      document: `mutation ($c: ID!) { ${field}(commandId: $c, id: "${ids.request}", version: 99, note: "so", ${{ decideRecordingExport: 'approve: true', permitUnmaskedExport: '', holdRecordingExport: 'hold: true' }[field]}) { id } }`,
      sees: (_, answer) => answer.code === 'CONFLICT',
    }),
  ),
  {
    field: 'Mutation.deleteRecordingExport',
    role: 'leader',
    document: `mutation ($c: ID!) { deleteRecordingExport(commandId: $c, id: "${ids.request}", version: 99) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
];

/** Served to who asked for the recordings alone: src/recordings. */
export const recordingFieldsOfTheirOwn = [
  'Mutation.openRecording',
  'Mutation.requestRecordingExport',
  'Mutation.takeRecordingExport',
  'Mutation.reviewRecordingExport',
  'Mutation.keepRecordingBookmark',
  'Mutation.dropRecordingBookmark',
  'Mutation.takeRecordingSnapshot',
];
