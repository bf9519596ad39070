/**
 * One row for each field of Query, Mutation and Subscription: how it is asked about a thing in the target village, and
 * how its answer shows that the thing was seen. A field without a row fails the matrix test.
 */
import { caseFieldsOfTheirOwn, caseMutationRows, caseQueryRows } from './scope-matrix-of-cases.ts';
import { recordMutationRows, recordQueryRows } from './scope-matrix-of-records.ts';
import { fieldMutationRows, fieldQueryRows } from './scope-matrix-of-the-field.ts';
import { ptzFieldsOfTheirOwn } from '#ptz/testing/own-fields.ts';
import type { Role } from 'grid-data';
import type { Answer, Loose } from './graph-under-test.ts';
import { idsIn, targetVillage } from './made-up-city.ts';
import { drawingMutationRows, drawingQueryRows } from './scope-matrix-of-drawing.ts';
import { linkageMutationRows, linkageQueryRows } from './scope-matrix-of-linkage.ts';
import { outsideQueryRows } from './scope-matrix-of-outside.ts';
import {
  recordingFieldsOfTheirOwn,
  recordingMutationRows,
  recordingQueryRows,
} from './scope-matrix-of-recordings.ts';
import { replayMutationRows, replayQueryRows } from './scope-matrix-of-replay.ts';
import { sightMutationRows, sightQueryRows } from './scope-matrix-of-sights.ts';
import { situationMutationRows, situationQueryRows } from './scope-matrix-of-situation.ts';
import { videoHealthQueryRows } from './scope-matrix-of-video-health.ts';
import { wallFieldsOfTheirOwn, wallMutationRows, wallQueryRows } from './scope-matrix-of-walls.ts';

export type MatrixRow = {
  /** Like `Query.incident`. */
  field: string;
  role: Role;
  document: string;
  variables?: Record<string, unknown>;
  sees: (data: Loose, answer: Answer) => boolean;
  /** Answers the same to all who are signed in: words and base map. */
  common?: true;
  /** Only who stands at the target village itself is served, not those above. */
  ownOnly?: true;
};

const ids = idsIn(targetVillage);
const here = { longitude: 9.93, latitude: 50 };
const county = '{ areaCode: "990101" }';
const at = `{ longitude: ${here.longitude}, latitude: ${here.latitude} }`;
const has = (list: Record<string, unknown>[] | undefined, key: string, value: string) =>
  list?.some((item) => item[key] === value) ?? false;

const officer = 'duty-officer' satisfies Role;

export const queryRows: MatrixRow[] = [
  ...caseQueryRows,
  ...fieldQueryRows,
  ...recordQueryRows,
  ...drawingQueryRows,
  ...situationQueryRows,
  ...outsideQueryRows,
  ...sightQueryRows,
  {
    field: 'Query.viewer',
    role: officer,
    document: '{ viewer { name } }',
    sees: (d) => d.viewer !== null,
    common: true,
  },
  {
    field: 'Query.area',
    role: officer,
    document: `{ area(code: "${targetVillage}") { code outline counts { cityComponents } } }`,
    sees: (d) => d.area?.code === targetVillage && d.area.counts.cityComponents === 3,
  },
  {
    field: 'Query.gridCell',
    role: officer,
    document: `{ gridCell(gridSystem: "unit", code: "${ids.unitGrid}") { code outline workers { displayName post } } }`,
    sees: (d) => d.gridCell?.workers[0]?.post === 'A',
  },
  {
    field: 'Query.gridCellsAt',
    role: officer,
    document: `{ gridCellsAt(position: ${at}) { code gridSystem } }`,
    sees: (d) => d.gridCellsAt.length === 2,
  },
  {
    field: 'Query.roadsNear',
    role: officer,
    document: `{ roadsNear(position: ${at}) { id name line } }`,
    sees: (d) => d.roadsNear[0]?.name === 'Long Road',
    common: true,
  },
  {
    field: 'Query.cityComponent',
    role: officer,
    document: `{ cityComponent(code: "${ids.component(1)}") { code area { name } history { seq } incidents { id } } }`,
    sees: (d) => d.cityComponent?.incidents[0]?.id === ids.incident(1),
  },
  {
    field: 'Query.cityComponents',
    role: officer,
    document: `{ cityComponents(within: ${county}) { nodes { code class { nameZh } } } }`,
    sees: (d) => has(d.cityComponents?.nodes, 'code', ids.component(1)),
  },
  {
    field: 'Query.cityComponentCounts',
    role: officer,
    document: `{ cityComponentCounts(within: { areaCode: "${targetVillage}" }) { class { code } count } }`,
    sees: (d) => d.cityComponentCounts[0]?.count === 2,
  },
  {
    field: 'Query.cityComponentClasses',
    role: officer,
    document: '{ cityComponentClasses { code } }',
    sees: (d) => d.cityComponentClasses.length === 2,
    common: true,
  },
  {
    field: 'Query.incident',
    role: officer,
    document: `{ incident(id: "${ids.incident(1)}") { id class { code } cameras { relation camera { id } } } }`,
    sees: (d) => d.incident?.cameras[0]?.camera.id === ids.camera(1),
  },
  {
    field: 'Query.incidents',
    role: officer,
    document: `{ incidents(within: ${county}) { nodes { id area { code } } } }`,
    sees: (d) => has(d.incidents?.nodes, 'id', ids.incident(1)),
  },
  {
    field: 'Query.incidentClasses',
    role: officer,
    document: '{ incidentClasses { code } }',
    sees: (d) => d.incidentClasses.length === 2,
    common: true,
  },
  {
    field: 'Query.incidentCounts',
    role: officer,
    document: `{ incidentCounts(within: { areaCode: "${targetVillage}" }) { state count } }`,
    sees: (d) => d.incidentCounts.length > 0,
  },
  {
    field: 'Query.camera',
    role: officer,
    document: `{ camera(id: "${ids.camera(1)}") { id permitted refusal } }`,
    sees: (d) => d.camera?.id === ids.camera(1),
  },
  {
    field: 'Query.cameras',
    role: officer,
    document: `{ cameras(within: ${county}) { nodes { id } } }`,
    sees: (d) => has(d.cameras?.nodes, 'id', ids.camera(1)),
  },
  {
    field: 'Query.nearestCameras',
    role: officer,
    document: `{ nearestCameras(position: ${at}) { camera { id } } }`,
    sees: (d) => d.nearestCameras.some((near: Loose) => near.camera.id === ids.camera(1)),
  },
  {
    field: 'Query.cameraSights',
    role: officer,
    document: `{ cameraSights(cameraIds: ["${ids.camera(1)}"]) { cameraId reach unknown } }`,
    sees: (d) => has(d.cameraSights, 'cameraId', ids.camera(1)),
  },
  {
    field: 'Query.cameraTours',
    role: officer,
    document: '{ cameraTours { id area { code } stops { refusal camera { id } } } }',
    sees: (d) => has(d.cameraTours, 'id', ids.tour),
  },
  ...videoHealthQueryRows,
  {
    field: 'Query.cameraViews',
    role: 'auditor',
    document: '{ cameraViews { nodes { id chargedTo } } }',
    sees: (d) => has(d.cameraViews?.nodes, 'id', ids.view),
  },
  ...recordingQueryRows,
  ...linkageQueryRows,
  ...replayQueryRows,
  ...wallQueryRows,
  {
    field: 'Query.place',
    role: officer,
    document: `{ place(id: "${ids.place}") { id area { code } } }`,
    sees: (d) => d.place?.id === ids.place,
  },
  {
    field: 'Query.places',
    role: officer,
    document: `{ places(within: ${county}) { nodes { id } } }`,
    sees: (d) => has(d.places?.nodes, 'id', ids.place),
  },
  {
    field: 'Query.unit',
    role: officer,
    document: `{ unit(id: "${ids.unit}") { id beat position { longitude } } }`,
    sees: (d) => d.unit?.beat.type === 'LineString',
  },
  {
    field: 'Query.units',
    role: officer,
    document: `{ units(within: ${county}) { id } }`,
    sees: (d) => has(d.units, 'id', ids.unit),
  },
  {
    field: 'Query.search',
    role: officer,
    document: `{ search(text: "${ids.place}") { id kind } }`,
    sees: (d) => has(d.search, 'id', ids.place),
  },
  {
    field: 'Query.journal',
    role: officer,
    document: `{ journal(subjectKind: "incident", subjectId: "${ids.incident(1)}") { seq incident { id } } }`,
    sees: (d) => d.journal[0]?.incident.id === ids.incident(1),
  },
  {
    field: 'Query.journalHead',
    role: officer,
    document: '{ journalHead }',
    sees: (d) => d.journalHead > 0,
    common: true,
  },
  {
    field: 'Query.accounts',
    role: 'administrator',
    document: '{ accounts(search: "worker-") { nodes { id name area { code } } } }',
    sees: (d) => has(d.accounts?.nodes, 'id', ids.user),
  },
  {
    field: 'Query.duties',
    role: officer,
    document: `{ duties(areaCode: "${targetVillage}") { id post displayName } }`,
    sees: (d) => has(d?.duties, 'id', ids.duty),
  },
];

/** Asked in this order for each viewer, those outside first: what an outsider may do would show for the next. */
export const mutationRows: MatrixRow[] = [
  ...situationMutationRows,
  {
    field: 'Mutation.ping',
    role: officer,
    document: 'mutation { ping }',
    sees: (d) => d.ping !== null,
    common: true,
  },
  {
    field: 'Mutation.reportIncident',
    role: officer,
    document: `mutation ($c: ID!) { reportIncident(input: { commandId: $c, classCode: "E0102", position: ${at} }) { id area { code } unitGridCell { code } governanceGridCell { code } } }`,
    sees: (d) =>
      d?.reportIncident.area.code === targetVillage &&
      d.reportIncident.governanceGridCell.code === ids.governanceGrid,
  },
  {
    field: 'Mutation.acknowledgeIncident',
    role: officer,
    document: `mutation ($c: ID!) { acknowledgeIncident(commandId: $c, id: "${ids.incident(1)}") { acknowledgedBy } }`,
    sees: (d) => d?.acknowledgeIncident.acknowledgedBy != null,
  },
  {
    field: 'Mutation.moveIncident',
    role: officer,
    document: `mutation ($c: ID!) { moveIncident(input: { commandId: $c, id: "${ids.incident(2)}", version: 99, move: "close" }) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.setCityComponentState',
    role: officer,
    document: `mutation ($c: ID!) { setCityComponentState(commandId: $c, code: "${ids.component(1)}", version: 99, state: "lost") { code } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.openCameraView',
    role: officer,
    document: `mutation { openCameraView(cameraId: "${ids.camera(1)}", basis: { incidentId: "${ids.incident(1)}" }) { purpose ticket } }`,
    sees: (d) => d?.openCameraView.purpose === 'city-management',
  },
  ...caseMutationRows,
  ...fieldMutationRows,
  ...recordMutationRows,
  ...drawingMutationRows,
  ...replayMutationRows,
  ...recordingMutationRows,
  ...linkageMutationRows,
  ...wallMutationRows,
  ...sightMutationRows,
  {
    field: 'Mutation.surveyCamera',
    role: officer,
    document: `mutation ($c: ID!) { surveyCamera(input: { commandId: $c, id: "${ids.camera(2)}", version: 99, bearingDeg: 10 }) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.saveCameraTour',
    role: officer,
    document: `mutation ($c: ID!) { saveCameraTour(input: { commandId: $c, name: "round", purpose: "emergency", tiles: 1, stops: [{ cameraId: "${ids.camera(1)}", dwellSeconds: 10 }] }) { id } }`,
    sees: (d) => d?.saveCameraTour.id != null,
  },
  {
    field: 'Mutation.removeCameraTour',
    role: officer,
    document: `mutation ($c: ID!) { removeCameraTour(commandId: $c, id: "${ids.tour}", version: 99) }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.reviewBrokenGlass',
    role: 'auditor',
    document: `mutation ($c: ID!) { reviewBrokenGlass(commandId: $c, viewId: "${ids.view}") { id } }`,
    // The register's row is an ordinary look: what there is to review is told to nobody.
    sees: (_, answer) => answer.code === 'CONFLICT',
    common: true,
  },
  {
    field: 'Mutation.checkCameras',
    role: officer,
    document: `mutation ($c: ID!) { checkCameras(commandId: $c, cameraIds: ["${ids.camera(1)}"]) }`,
    sees: (d) => d?.checkCameras != null,
  },
  {
    field: 'Mutation.createAccount',
    role: 'administrator',
    document: `mutation ($c: ID!, $n: String!) { createAccount(input: { commandId: $c, name: $n, displayName: "New", role: "grid-worker", areaCode: "${targetVillage}", password: "correct horse battery" }) { id } }`,
    sees: (d) => d?.createAccount.id != null,
  },
  {
    field: 'Mutation.moveAccount',
    role: 'administrator',
    document: `mutation ($c: ID!) { moveAccount(commandId: $c, id: "${ids.user}", version: 99, areaCode: "${targetVillage}", role: "grid-worker") { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.resetAccount',
    role: 'administrator',
    document: `mutation ($c: ID!) { resetAccount(commandId: $c, id: "${ids.user}", version: 99, password: "correct horse battery") { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.closeAccount',
    role: 'administrator',
    document: `mutation ($c: ID!) { closeAccount(commandId: $c, id: "${ids.user}", version: 99) { id } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.lookHere',
    role: officer,
    document: `mutation { lookHere(position: ${at}, basis: { dutyPurpose: "public-security" }, withinMeters: 5000) {
      camera { id } turn reason } }`,
    sees: (d) => d?.lookHere.some(({ camera }: Loose) => camera.id === ids.camera(2)) ?? false,
  },
  {
    field: 'Mutation.setPtzSettings',
    role: officer,
    document: `mutation ($c: ID!) { setPtzSettings(input: { commandId: $c, cameraId: "${ids.camera(2)}",
      homePreset: 1, homeAfterSeconds: 60 }) { homePreset } }`,
    sees: (d) => d?.setPtzSettings.homePreset === 1,
  },
  {
    field: 'Mutation.signOutOfDuty',
    role: officer,
    document: `mutation ($c: ID!) { signOutOfDuty(commandId: $c, dutyId: "${ids.duty}") { signedOutAt } }`,
    sees: (d) => d?.signOutOfDuty.signedOutAt != null,
    ownOnly: true,
  },
];

export const subscriptionRows: MatrixRow[] = [
  {
    field: 'Subscription.journal',
    role: officer,
    document: 'subscription { journal(afterSeq: 0) { kind seq subjectId incident { id } } }',
    sees: (d) => has(d?.journal, 'subjectId', ids.incident(1)),
  },
];

/** Signs in at the viewer's own center, wherever that is: it cannot be asked about another place. */
export const rowsOfTheirOwn = [
  'Mutation.signInForDuty',
  ...recordingFieldsOfTheirOwn,
  ...caseFieldsOfTheirOwn,
  ...ptzFieldsOfTheirOwn,
  ...wallFieldsOfTheirOwn,
];
