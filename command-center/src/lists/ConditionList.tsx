import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CameraConditionsDocument } from '#gis/generated/graphql.ts';
import { openCamera } from '#map/map-model.ts';
import type { ListRequest } from '#map/list-request.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { cameraMark, saysMore } from '#video-health/health-mark.ts';
import { MoreRows } from './MoreRows.tsx';
import styles from './lists.module.css';

type ConditionListProps = {
  request: Extract<ListRequest, { kind: 'conditions' }>;
  onClose: () => void;
};

/** The cameras behind a point of the online rate, as they were then. */
export function ConditionList({ request, onClose }: ConditionListProps) {
  const { t } = useTranslation('lists');
  const { areaCode, platformId, at, states } = request;
  const { data, error, refetch, fetchMore } = useQuery(CameraConditionsDocument, {
    variables: { areaCode, platformId, at, states: states === null ? null : [...states] },
  });
  const face = faceOf({ value: data?.cameraConditions, error, retry: () => void refetch() });
  const more = async (after: string): Promise<void> => {
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        cameraConditions: {
          ...fetchMoreResult.cameraConditions,
          nodes: [...before.cameraConditions.nodes, ...fetchMoreResult.cameraConditions.nodes],
        },
      }),
    });
  };
  return (
    <Panel
      title={t('camerasAt', { at: clockWords(new Date(at), 'full') })}
      onClose={onClose}
      className={styles.list}
    >
      <PanelFaces of={face} emptyWords={t('noCameras')} isEmpty={({ nodes }) => !nodes.length}>
        {({ nodes, pageInfo }) => (
          <>
            <ul data-list="conditions">
              {nodes.map(({ cameraId, camera, state, health }) => (
                <li key={cameraId}>
                  <Button
                    look="plain"
                    className={styles.camera}
                    disabled={!camera}
                    onClick={() => camera && openCamera(opened(cameraId, camera.position))}
                  >
                    <Mark {...cameraMark(state, health)} label={t(`cameraState.${state}`)} />
                    <span className={styles.name}>{camera?.name ?? cameraId}</span>
                    {saysMore(state, health) ? (
                      <span className={styles.aside}>{t(`video-health:health.${health}`)}</span>
                    ) : null}
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

function opened(cameraId: string, place: { longitude: number; latitude: number }) {
  const position = [place.longitude, place.latitude] as const;
  return { cameraId, basis: null, reason: null, position };
}
