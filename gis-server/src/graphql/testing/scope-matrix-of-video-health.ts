/** The rows of the scope matrix about how the city's video does. */
import { targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

export const videoHealthQueryRows: MatrixRow[] = [
  {
    field: 'Query.videoHealth',
    role: 'duty-officer',
    document: `{ videoHealth(areaCode: "${targetVillage}") { cameras online byHealth { health count } platforms { id } worst { id } } }`,
    sees: (d) => d?.videoHealth.cameras === 2,
  },
  {
    field: 'Query.onlineRate',
    role: 'duty-officer',
    document: `{ onlineRate(areaCode: "${targetVillage}", from: "2026-05-01T00:00:00Z", to: "2026-05-02T00:00:00Z") { points { at } } }`,
    sees: (d) => d?.onlineRate != null,
  },
  {
    // What stands nowhere is the root's alone; video-health.db.test.ts tells it apart from others.
    field: 'Query.unplacedCameras',
    role: 'duty-officer',
    document: '{ unplacedCameras(platformId: "none") { name } }',
    sees: (d) => Array.isArray(d?.unplacedCameras),
    common: true,
  },
  {
    field: 'Query.cameraConditions',
    role: 'duty-officer',
    document: `{ cameraConditions(areaCode: "${targetVillage}", at: "2026-05-02T00:00:00Z") { at nodes { cameraId } } }`,
    sees: (d) => d?.cameraConditions != null,
  },
];
