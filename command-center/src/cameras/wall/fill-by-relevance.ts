/** What a wall without hands shows first: what sees the open incidents, then what its duty watches most. */
import type { ApolloClient } from '@apollo/client';
import { WallIncidentCamerasDocument } from '#gis/generated/graphql.ts';
import { countByPurpose, type FoundCameras } from './find-wall-cameras.ts';
import type { WallCamera } from './wall-model.ts';

export const camerasWithoutHands = 9;
const perIncident = 2;

type OfIncident = {
  id: string;
  cameras: readonly { camera: { id: string; permitted: boolean } }[];
};

export async function incidentsInView(
  client: ApolloClient,
  areaCode: string,
): Promise<readonly OfIncident[]> {
  const { data } = await client.query({
    query: WallIncidentCamerasDocument,
    variables: { areaCode },
    fetchPolicy: 'network-only',
  });
  return data?.incidents.nodes ?? [];
}

/** Each look keeps a ground of its own: the case it is for, or the purpose that most cameras are filed for. */
export function byRelevance(found: FoundCameras, incidents: readonly OfIncident[]): WallCamera[] {
  const ofIncidents = incidents.flatMap(({ id: incidentId, cameras }) =>
    cameras
      .filter(({ camera }) => camera.permitted)
      .slice(0, perIncident)
      .map(({ camera }) => ({ cameraId: camera.id, basis: { incidentId } })),
  );
  const [dutyPurpose] = countByPurpose(found).keys();
  const others = found.cameras
    .filter(({ purposes }) => dutyPurpose !== undefined && purposes.includes(dutyPurpose))
    .map(({ id }) => ({ cameraId: id, basis: { dutyPurpose: dutyPurpose! } }));
  const chosen = new Map<string, WallCamera>();
  for (const camera of [...ofIncidents, ...others]) {
    if (!chosen.has(camera.cameraId)) chosen.set(camera.cameraId, camera);
  }
  return [...chosen.values()].slice(0, camerasWithoutHands);
}
