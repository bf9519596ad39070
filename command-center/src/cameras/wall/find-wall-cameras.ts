/** What a wall may show: cameras that are online, and the purposes for which this viewer may look through them. */
import type { ApolloClient } from '@apollo/client';
import { CameraWallDutyDocument, WallCamerasDocument } from '#gis/generated/graphql.ts';

export type FoundCameras = {
  dutyPurposes: readonly string[];
  cameras: readonly { id: string; purposes: readonly string[] }[];
};

/** More than any wall holds, of a county whose first cameras may not be for this viewer. */
const mostPages = 5;

export async function findWallCameras(
  client: ApolloClient,
  areaCode: string,
): Promise<FoundCameras> {
  const duty = await client.query({ query: CameraWallDutyDocument, fetchPolicy: 'network-only' });
  const dutyPurposes = duty.data?.viewer?.dutyPurposes ?? [];
  const cameras: { id: string; purposes: readonly string[] }[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(client, areaCode, after);
    const found = answer.data?.cameras;
    for (const { id, purposes, permitted } of found?.nodes ?? []) {
      if (permitted) cameras.push({ id, purposes });
    }
    if (!found?.pageInfo.hasNextPage) break;
    after = found.pageInfo.endCursor ?? null;
  }
  return { dutyPurposes, cameras };
}

const ask = (client: ApolloClient, areaCode: string, after: string | null) =>
  client.query({
    query: WallCamerasDocument,
    variables: { areaCode, after },
    fetchPolicy: 'network-only',
  });

/** Only purposes of the viewer's duty that at least one camera is filed for, the most useful first. */
export function countByPurpose({ dutyPurposes, cameras }: FoundCameras): Map<string, number> {
  const counts = dutyPurposes
    .map((purpose): [string, number] => [
      purpose,
      cameras.filter(({ purposes }) => purposes.includes(purpose)).length,
    ])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  return new Map(counts);
}
