import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { OpenIncidentsDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { setPagePoints } from '#map/map-host.ts';
import { openIncidentsAtOnce } from './use-open-incidents.ts';

/** Gives the map every open incident of the area one by one; where they are too many to hold, its own counts. */
export function useIncidentPoints(areaCode: string): void {
  const { data } = useQuery(OpenIncidentsDocument, {
    variables: { areaCode, first: openIncidentsAtOnce },
    fetchPolicy: 'cache-only',
  });
  const page = data?.incidents;
  useEffect(() => {
    const complete = page && !page.pageInfo.hasNextPage;
    setPagePoints('incidents', complete ? pointsOf(page.nodes) : null);
  }, [page]);
}

function pointsOf(
  incidents: readonly IncidentLineFragment[],
): GeoJSON.FeatureCollection<GeoJSON.Point> {
  const open = incidents.filter((incident) => incident.open);
  return {
    type: 'FeatureCollection',
    features: open.map((incident) => ({
      type: 'Feature',
      geometry: {
        type: 'Point',
        coordinates: [incident.position.longitude, incident.position.latitude],
      },
      properties: { id: incident.id, grade: incident.grade, state: incident.state },
    })),
  };
}
