import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CamerasInAreaDocument } from '#gis/generated/graphql.ts';
import { dragThing } from '#map/dragged-thing.ts';
import { openCamera } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { cameraMark, saysMore } from '#video-health/health-mark.ts';
import { MoreRows } from './MoreRows.tsx';
import type { ListRequest } from '#map/list-request.ts';
import styles from './lists.module.css';

type CameraListProps = {
  request: Extract<ListRequest, { kind: 'cameras' }>;
  onClose: () => void;
};

export function CameraList({ request, onClose }: CameraListProps) {
  const { t } = useTranslation('lists');
  const { data, error, refetch, fetchMore } = useQuery(CamerasInAreaDocument, {
    variables: {
      areaCode: request.areaCode,
      states: request.states ? [...request.states] : null,
      healths: request.healths ? [...request.healths] : null,
      platformId: request.platformId ?? null,
    },
  });
  const face = faceOf({ value: data?.cameras, error, retry: () => void refetch() });
  const more = async (after: string): Promise<void> => {
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        cameras: {
          ...fetchMoreResult.cameras,
          nodes: [...before.cameras.nodes, ...fetchMoreResult.cameras.nodes],
        },
      }),
    });
  };
  return (
    <Panel title={t('cameras')} onClose={onClose} className={styles.list}>
      <PanelFaces of={face} emptyWords={t('noCameras')} isEmpty={({ nodes }) => !nodes.length}>
        {({ nodes, pageInfo }) => (
          <>
            <ul data-list="cameras">
              {nodes.map((camera) => (
                <li key={camera.id}>
                  <Button
                    look="plain"
                    className={styles.camera}
                    draggable
                    onDragStart={({ dataTransfer }) =>
                      dragThing(dataTransfer, {
                        kind: 'cameras',
                        cameras: [{ cameraId: camera.id, incidentId: null }],
                      })
                    }
                    onClick={() =>
                      openCamera({
                        cameraId: camera.id,
                        basis: null,
                        reason: null,
                        position: [camera.position.longitude, camera.position.latitude],
                      })
                    }
                  >
                    <Mark
                      {...cameraMark(camera.state, camera.health)}
                      label={t(`cameraState.${camera.state}`)}
                    />
                    <span className={styles.name}>{camera.name}</span>
                    {saysMore(camera.state, camera.health) ? (
                      <span className={styles.health}>
                        {t(`video-health:health.${camera.health}`)}
                      </span>
                    ) : null}
                    <span className={styles.aside}>{t(`cameras:owner.${camera.owner}`)}</span>
                  </Button>
                </li>
              ))}
            </ul>
            <MoreRows pageInfo={pageInfo} more={more} />
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}
