/** What cameras see of roads and of the ground. */
import type { Loose } from './graph-under-test.ts';
import { idsIn, roadId, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const officer = 'duty-officer';
const has = (list: Loose[] | undefined, id: string): boolean =>
  list?.some(({ camera }) => camera.id === id) ?? false;

export const sightQueryRows: MatrixRow[] = [
  {
    field: 'Query.camerasAlong',
    role: officer,
    document: `{ camerasAlong(route: { roadId: "${roadId}" }, withinMeters: 100) { lengthMeters seenMeters
      cameras { camera { id } relation } } }`,
    sees: (d) => has(d.camerasAlong.cameras, ids.camera(1)),
  },
  {
    field: 'Query.sightPreview',
    role: 'administrator',
    document: `{ sightPreview(cameraId: "${ids.camera(1)}", pose: { position: { longitude: 9.931, latitude: 49.9995 },
      bearingDeg: 90, widthDeg: 60, rangeMeters: 80, heightMeters: 6 }) { cameraId seen } }`,
    sees: (d) => d?.sightPreview.cameraId === ids.camera(1) && d.sightPreview.seen !== null,
  },
  {
    field: 'Query.coverage',
    role: officer,
    document: `{ coverage(areaCode: "${targetVillage}") { area { code } roads { meters seenMeters } unseenPlaces { id }
      areas { area { code } } byHour } }`,
    sees: (d) => d?.coverage.area.code === targetVillage && d.coverage.roads.meters > 0,
  },
  {
    field: 'Query.siteSuggestions',
    role: officer,
    document: `{ siteSuggestions(areaCode: "${targetVillage}", count: 1) { gainMeters } }`,
    sees: (d) => d?.siteSuggestions.length === 1,
  },
];

const matched = [
  [0.1, 0.9, 9.9312, 50.0002],
  [0.9, 0.9, 9.9313, 50.0001],
  [0.7, 0.5, 9.9316, 50.0003],
  [0.3, 0.5, 9.9314, 50.0006],
].map(([x, y, longitude, latitude]) => {
  return `{ x: ${x}, y: ${y}, position: { longitude: ${longitude}, latitude: ${latitude} } }`;
});

export const sightMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.calibrateCamera',
    role: officer,
    document: `mutation ($c: ID!) { calibrateCamera(input: { commandId: $c, cameraId: "${ids.camera(1)}", version: 99,
      aspect: 1.78, points: [${matched.join(', ')}] }) { version } }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
  {
    field: 'Mutation.removeCameraCalibration',
    role: officer,
    document: `mutation ($c: ID!) { removeCameraCalibration(commandId: $c, cameraId: "${ids.camera(1)}", version: 99) }`,
    sees: (_, answer) => answer.code === 'CONFLICT',
  },
];
