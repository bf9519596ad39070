import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { WallTileOf } from 'grid-data';
import { IncidentWallCamerasDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { ScreenCameras } from './ScreenCameras.tsx';

/** The best permitted cameras of an incident, as the server ranks them. */
export function ScreenIncidentCameras({ tile }: { tile: WallTileOf<'incident-cameras'> }) {
  const { t } = useTranslation('wall');
  const { incidentId, most } = tile;
  const { data, error, refetch } = useQuery(IncidentWallCamerasDocument, {
    variables: { id: incidentId },
  });
  const value = data && { ranked: data.incident?.cameras ?? [] };
  const face = faceOf({ value, error, retry: () => void refetch() });
  return (
    <PanelFaces
      of={face}
      emptyWords={t('noCameraSees')}
      isEmpty={({ ranked }) => !ranked.some(({ camera }) => camera.permitted)}
    >
      {({ ranked }) => (
        <ScreenCameras
          cameras={ranked
            .filter(({ camera }) => camera.permitted)
            .slice(0, most)
            .map(({ camera }) => ({ cameraId: camera.id, incidentId }))}
        />
      )}
    </PanelFaces>
  );
}
