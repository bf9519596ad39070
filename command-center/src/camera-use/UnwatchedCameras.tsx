import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from 'grid-data';
import { UnwatchedCamerasDocument } from '#gis/generated/graphql.ts';
import { OpeningRow } from '#ui/OpeningRow.tsx';
import { RowsPanel } from '#ui/RowsPanel.tsx';
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
  return (
    <RowsPanel
      {...{ title, error, refetch, onClose }}
      className={styles.rows}
      rows={data?.unwatchedCameras}
      words={{
        counted: String,
        none: t('noRows'),
        shownOf: (shown) => t('shownOf', shown),
      }}
    >
      {({ nodes, total }) => (
        <ul data-unwatched={total}>
          {nodes.map(({ id, name, owner, position: { longitude, latitude } }) => (
            <li key={id} data-row={id}>
              <OpeningRow
                title={t('showOnMap')}
                onOpen={onCamera && (() => onCamera(id, [longitude, latitude]))}
              >
                <span>{name}</span>
                <span className={styles.quiet}>
                  {t(`cameras:owner.${owner}`, { defaultValue: owner })}
                </span>
              </OpeningRow>
            </li>
          ))}
        </ul>
      )}
    </RowsPanel>
  );
}
