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
