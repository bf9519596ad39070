import { useTranslation } from 'react-i18next';
import type { ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';
import styles from './Recordings.module.css';

type RequestedCamerasProps = { cameras: ViewRequestFieldsFragment['cameras'] };

/** Which cameras a request is about: whoever decides must know what would be seen, and where. */
export function RequestedCameras({ cameras }: RequestedCamerasProps) {
  const { t } = useTranslation('recordings');
  return (
    <section aria-label={t('requestedCameras')}>
      <h4 className={styles.note}>{t('cameras', { count: cameras.length })}</h4>
      <ul className={styles.cameras}>
        {cameras.map(({ cameraId, owner, camera }) => (
          <li key={cameraId} data-requested-camera={cameraId}>
            <span>{camera?.name ?? cameraId}</span>
            <span className={styles.note}>
              {[
                camera ? camera.area.name : t('cameraOutside'),
                camera?.address,
                t(`cameras:owner.${owner}`),
                camera ? cameraId : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
