import { gisClient } from '#gis/client.ts';
import { UnseenIncidentsDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { graveGrades, unseenStates } from './alarms.ts';

/** The newest incidents of an area that nobody's act has moved, and the grave ones however old. */
export async function unseenIncidents(areaCode: string): Promise<IncidentLineFragment[]> {
  const { data } = await gisClient.query({
    query: UnseenIncidentsDocument,
    variables: { areaCode, states: [...unseenStates], grave: [...graveGrades] },
    // A late answer must not undo in the cache what the journal has brought since.
    fetchPolicy: 'no-cache',
  });
  if (data === undefined) throw new Error('no unseen incidents');
  return [...data.recent.nodes, ...data.grave.nodes];
}
