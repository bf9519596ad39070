import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from 'grid-data';
import { UnwatchedCamerasDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import type { BehindUseProps } from './opened-use.ts';
import styles from './CameraUse.module.css';

export type ShowCamera = (id: string, position: LonLat) => void;

type UnwatchedCamerasProps = BehindUseProps & { onCamera: ShowCamera | null };

/** The cameras that nobody looked through, as many as the number says. */
export function UnwatchedCameras({ opened, stretch, onCamera, onClose }: UnwatchedCamerasProps) {
  const { t } = useTranslation('camera-use');
  const { by, group, title } = opened;
  const { data, error, refetch } = useQuery(UnwatchedCamerasDocument, {
    variables: { ...stretch, by, group },
    fetchPolicy: 'cache-and-network',
  });
  const rows = data?.unwatchedCameras;
  return (
    <Panel
      className={styles.rows}
      title={title}
      aside={rows ? t('count', { count: rows.total }) : null}
      onClose={onClose}
    >
      <PanelFaces
        of={faceOf({ value: rows, error, retry: () => void refetch() })}
        emptyWords={t('noRows')}
        isEmpty={({ total }) => total === 0}
      >
        {({ nodes, total }) => (
          <>
            <ul data-unwatched={total}>
              {nodes.map(({ id, name, owner, position: { longitude, latitude } }) => {
                const words = (
                  <>
                    <span>{name}</span>
                    <span className={styles.quiet}>
                      {t(`cameras:owner.${owner}`, { defaultValue: owner })}
                    </span>
                  </>
                );
                return (
                  <li key={id} data-row={id}>
                    {onCamera ? (
                      <button
                        type="button"
                        className={styles.camera}
                        title={t('showOnMap')}
                        onClick={() => onCamera(id, [longitude, latitude])}
                      >
                        {words}
                      </button>
                    ) : (
                      <div className={styles.camera}>{words}</div>
                    )}
                  </li>
                );
              })}
            </ul>
            {total > nodes.length ? (
              <p className={styles.quiet}>{t('shownOf', { shown: nodes.length, total })}</p>
            ) : null}
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}
