import { useQuery } from '@apollo/client/react';
import { IncidentCamerasDocument } from '#gis/generated/graphql.ts';
import { useMapModel } from '#map/map-model.ts';
import { RankedCameras } from '#sights/place/RankedCameras.tsx';

/** More than are shown at first, so that a refusal they share is known to be shared. */
const camerasAsked = 20;

type AlarmCamerasProps = {
  incidentId: string;
  /** Say nothing while a permitted one is open: its window stands beside and carries the reason. */
  unlessOpen?: boolean;
};

/** The cameras for an incident, which is what a look through them is for. */
export function AlarmCameras({ incidentId, unlessOpen = false }: AlarmCamerasProps) {
  const { data, error } = useQuery(IncidentCamerasDocument, {
    variables: { id: incidentId, first: camerasAsked },
    // Who is on duty and which camera is online may have changed since it was asked last.
    fetchPolicy: 'cache-and-network',
  });
  const openCameras = useMapModel((model) => model.openCameras);
  const open = new Set(openCameras.map(({ cameraId }) => cameraId));
  const ranked = data && (data.incident?.cameras ?? []);
  if (unlessOpen && ranked?.some(({ camera, permitted }) => permitted && open.has(camera.id))) {
    return null;
  }
  return <RankedCameras key={incidentId} ranked={ranked} error={error} basis={{ incidentId }} />;
}
