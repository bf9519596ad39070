import { useTranslation } from 'react-i18next';
import { Pin } from './Pin.tsx';
import styles from './Place.module.css';
import { useSmallMap } from './use-small-map.ts';

const metersPerPixel = 1.2;

/** Where something is; looked at, not moved. */
export function SpotMap({ spot }: { spot: { longitude: number; latitude: number } }) {
  const { t } = useTranslation('field');
  const { frame, trouble } = useSmallMap({ ...spot, metersPerPixel });
  return (
    <>
      <div ref={frame} className={styles.spot} inert>
        <Pin />
      </div>
      {trouble ? <p role="status">{t('place.noMap')}</p> : null}
    </>
  );
}
