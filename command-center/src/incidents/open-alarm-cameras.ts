/** Linkage (联动): the cameras that look at the foremost alarm open by themselves. */
import { gisClient } from '#gis/client.ts';
import { IncidentCamerasDocument, type IncidentCamerasQuery } from '#gis/generated/graphql.ts';
import { closeCamera, mapModel, openCamera, type OpenCamera } from '#map/map-model.ts';
import { alarmState, foremostAlarm } from './alarms.ts';

export const camerasAsked = 6;
const camerasOpened = 3;

type Ranked = NonNullable<IncidentCamerasQuery['incident']>['cameras'][number];

/**
 * The best ones, in the server's order: who sees it before who could turn before who is near. Where nobody is on duty
 * the tile says so, and shows the picture once somebody is.
 */
export function camerasToOpen(ranked: readonly Ranked[]): Ranked[] {
  return ranked
    .filter(({ permitted, refusal }) => permitted || refusal === 'nobody-on-duty')
    .slice(0, camerasOpened);
}

let shownFor: string | null = null;

/** Windows of the alarm before give way; those that a person opened or moved stay. */
export function watchForemostAlarm(): () => void {
  return alarmState.subscribe(() => {
    const foremost = foremostAlarm(alarmState.get().alarms);
    if (!foremost?.fresh || foremost.incidentId === shownFor) return;
    shownFor = foremost.incidentId;
    void openFor(foremost.incidentId);
  });
}

async function openFor(incidentId: string): Promise<void> {
  // The panel beside it asks the same question and shows the cause where it fails.
  const answer = await gisClient
    .query({ query: IncidentCamerasDocument, variables: { id: incidentId, first: camerasAsked } })
    .catch(() => null);
  if (shownFor !== incidentId) return;
  const ranked = camerasToOpen(answer?.data?.incident?.cameras ?? []);
  if (ranked.length > 0) closeUntouched(incidentId);
  for (const { camera, relation, distanceMeters } of ranked) {
    if (isOpenByHand(camera.id)) continue;
    openCamera({
      cameraId: camera.id,
      basis: { incidentId, openedByRule: true },
      reason: { relation, distanceMeters },
      position: [camera.position.longitude, camera.position.latitude],
    });
  }
}

/** The incident that a rule opened a window for; null where a person opened it. */
function ruledFor({ basis }: OpenCamera): string | null {
  return basis !== null && 'incidentId' in basis && basis.openedByRule ? basis.incidentId : null;
}

/** Who looks already goes on looking, and answers for it. */
function isOpenByHand(cameraId: string): boolean {
  const open = mapModel.get().openCameras.find((window) => window.cameraId === cameraId);
  return open !== undefined && ruledFor(open) === null;
}

function closeUntouched(incidentId: string): void {
  for (const open of mapModel.get().openCameras) {
    const ruled = ruledFor(open);
    if (ruled !== null && ruled !== incidentId && !open.draggedTo) closeCamera(open.cameraId);
  }
}
