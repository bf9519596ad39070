import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from 'grid-data';
import { EvaluatedCamerasDocument, EvaluatedComponentsDocument } from '#gis/generated/graphql.ts';
import { OpeningRow } from '#ui/OpeningRow.tsx';
import { RowsPanel } from '#ui/RowsPanel.tsx';
import { nameIn } from './figure-words.ts';
import type { OpenedFigure } from './opened-figure.ts';
import type { Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

export type ShowThing = (kind: 'city-component' | 'camera', id: string, position: LonLat) => void;

type EquipmentBehindProps = {
  opened: OpenedFigure;
  stretch: Stretch;
  onThing: ShowThing;
  onClose: () => void;
};

/** The components or cameras of one figure, as many as it says. */
export function EquipmentBehind(props: EquipmentBehindProps) {
  return props.opened.rowsAre === 'camera' ? (
    <CamerasBehind {...props} />
  ) : (
    <ComponentsBehind {...props} />
  );
}

const askedBy = ({ by, group }: OpenedFigure) => ({ byArea: by === 'area', group });

function ComponentsBehind({ opened, stretch, onThing, onClose }: EquipmentBehindProps) {
  const { t } = useTranslation('evaluation');
  const { counted, title, key } = opened;
  const { data, error, refetch } = useQuery(EvaluatedComponentsDocument, {
    variables: { areaCode: stretch.areaCode, counted, ...askedBy(opened) },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <RowsPanel
      {...{ title, error, refetch, onClose }}
      className={styles.cases}
      rows={data?.evaluatedComponents}
      words={useWords('components')}
    >
      {({ nodes, total }) => (
        <ul data-rows-behind={key} data-total={total}>
          {nodes.map((each) => (
            <li key={each.code} data-row={each.code}>
              <OpeningRow
                title={t('showOnMap')}
                onOpen={() => onThing('city-component', each.code, lonLat(each))}
              >
                <span>{each.name}</span>
                <span>{t(`componentState.${each.state}`)}</span>
                <span className={styles.quiet}>{nameIn(each.class)}</span>
                <span className={styles.quiet}>{each.address ?? each.area.name}</span>
              </OpeningRow>
            </li>
          ))}
        </ul>
      )}
    </RowsPanel>
  );
}

function CamerasBehind({ opened, stretch, onThing, onClose }: EquipmentBehindProps) {
  const { t } = useTranslation('evaluation');
  const { title, key } = opened;
  const { data, error, refetch } = useQuery(EvaluatedCamerasDocument, {
    variables: { ...stretch, ...askedBy(opened) },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <RowsPanel
      {...{ title, error, refetch, onClose }}
      className={styles.cases}
      rows={data?.evaluatedCameras}
      words={useWords('cameras')}
    >
      {({ nodes, total }) => (
        <ul data-rows-behind={key} data-total={total}>
          {nodes.map(({ cameraId, camera, onlineMinutes, plannedMinutes }) => (
            <li key={cameraId} data-row={cameraId}>
              {/* What has left the viewer's scope since leads nowhere. */}
              <OpeningRow
                title={t('showOnMap')}
                onOpen={camera && (() => onThing('camera', cameraId, lonLat(camera)))}
              >
                <span>{camera?.name ?? cameraId}</span>
                <span>{`${((100 * onlineMinutes) / plannedMinutes).toFixed(2)}%`}</span>
                <span className={styles.quiet}>
                  {t('onlineMinutes', { online: onlineMinutes, planned: plannedMinutes })}
                </span>
              </OpeningRow>
            </li>
          ))}
        </ul>
      )}
    </RowsPanel>
  );
}

function useWords(kind: 'components' | 'cameras') {
  const { t } = useTranslation('evaluation');
  return {
    counted: (count: number) => t(kind, { count }),
    none: t('noRows'),
    shownOf: (shown: { shown: number; total: number }) => t('shownOf', shown),
  };
}

type Placed = { position: { longitude: number; latitude: number } };
const lonLat = ({ position }: Placed): LonLat => [position.longitude, position.latitude];
