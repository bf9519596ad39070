import { useQuery } from '@apollo/client/react';
import type { LonLat } from 'grid-data';
import { PlaceCamerasDocument } from '#gis/generated/graphql.ts';
import { RankedCameras } from './RankedCameras.tsx';

/** As far as a high point on a hill makes out a person. */
const withinMeters = 3_000;
const camerasAsked = 20;

/** Which cameras see a place, could turn to it or only stand near, whatever the place is. */
export function PlaceCameras({ place: [longitude, latitude] }: { place: LonLat }) {
  const { data, error } = useQuery(PlaceCamerasDocument, {
    variables: { position: { longitude, latitude }, withinMeters, first: camerasAsked },
    // Which camera is online and where it looks may have changed since it was asked last.
    fetchPolicy: 'cache-and-network',
  });
  return (
    <RankedCameras
      key={`${longitude},${latitude}`}
      ranked={data?.nearestCameras}
      error={error}
      basis={null}
    />
  );
}
