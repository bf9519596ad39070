import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from 'grid-data';
import { EvaluatedCamerasDocument, EvaluatedComponentsDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
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
  const rows = data?.evaluatedComponents;
  return (
    <Panel
      className={styles.cases}
      title={title}
      aside={rows ? t('components', { count: rows.total }) : null}
      onClose={onClose}
    >
      <PanelFaces
        of={faceOf({ value: rows, error, retry: () => void refetch() })}
        emptyWords={t('noRows')}
        isEmpty={({ total }) => total === 0}
      >
        {({ nodes, total }) => (
          <>
            <ul data-rows-behind={key} data-total={total}>
              {nodes.map((each) => (
                <li key={each.code} data-row={each.code}>
                  <ThingRow onShow={() => onThing('city-component', each.code, lonLat(each))}>
                    <span>{each.name}</span>
                    <span>{t(`componentState.${each.state}`)}</span>
                    <span className={styles.quiet}>{nameIn(each.class)}</span>
                    <span className={styles.quiet}>{each.address ?? each.area.name}</span>
                  </ThingRow>
                </li>
              ))}
            </ul>
            <ShownOf shown={nodes.length} total={total} />
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}

function CamerasBehind({ opened, stretch, onThing, onClose }: EquipmentBehindProps) {
  const { t } = useTranslation('evaluation');
  const { title, key } = opened;
  const { data, error, refetch } = useQuery(EvaluatedCamerasDocument, {
    variables: { ...stretch, ...askedBy(opened) },
    fetchPolicy: 'cache-and-network',
  });
  const rows = data?.evaluatedCameras;
  return (
    <Panel
      className={styles.cases}
      title={title}
      aside={rows ? t('cameras', { count: rows.total }) : null}
      onClose={onClose}
    >
      <PanelFaces
        of={faceOf({ value: rows, error, retry: () => void refetch() })}
        emptyWords={t('noRows')}
        isEmpty={({ total }) => total === 0}
      >
        {({ nodes, total }) => (
          <>
            <ul data-rows-behind={key} data-total={total}>
              {nodes.map(({ cameraId, camera, onlineMinutes, plannedMinutes }) => (
                <li key={cameraId} data-row={cameraId}>
                  <ThingRow
                    onShow={camera ? () => onThing('camera', cameraId, lonLat(camera)) : null}
                  >
                    <span>{camera?.name ?? cameraId}</span>
                    <span>{`${((100 * onlineMinutes) / plannedMinutes).toFixed(2)}%`}</span>
                    <span className={styles.quiet}>
                      {t('onlineMinutes', { online: onlineMinutes, planned: plannedMinutes })}
                    </span>
                  </ThingRow>
                </li>
              ))}
            </ul>
            <ShownOf shown={nodes.length} total={total} />
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}

/** Leads to its place on the map; what has left the viewer's scope since leads nowhere. */
function ThingRow({ onShow, children }: { onShow: (() => void) | null; children: ReactNode }) {
  const { t } = useTranslation('evaluation');
  return onShow ? (
    <button type="button" className={styles.thing} title={t('showOnMap')} onClick={onShow}>
      {children}
    </button>
  ) : (
    <div className={styles.thing}>{children}</div>
  );
}

type Placed = { position: { longitude: number; latitude: number } };
const lonLat = ({ position }: Placed): LonLat => [position.longitude, position.latitude];

function ShownOf({ shown, total }: { shown: number; total: number }) {
  const { t } = useTranslation('evaluation');
  return total > shown ? <p className={styles.quiet}>{t('shownOf', { shown, total })}</p> : null;
}
