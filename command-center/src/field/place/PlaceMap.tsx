import { useTranslation } from 'react-i18next';
import { DatumChoice } from './DatumChoice.tsx';
import type { FoundPlace } from './find-place.ts';
import { Pin } from './Pin.tsx';
import styles from './Place.module.css';
import { useSmallMap } from './use-small-map.ts';

type PlaceMapProps = {
  start: { longitude: number; latitude: number };
  /** Whether the start is a spot, or only the middle of an area. */
  near: boolean;
  onDatum: () => void;
  /** Null: the phone's own place again. */
  onChoose: (place: FoundPlace | null) => void;
};

const spotMetersPerPixel = 0.8;
const areaMetersPerPixel = 12;

/** The map moves under a pin that stands: a thumb never covers the spot it points at. */
export function PlaceMap({ start, near, onDatum, onChoose }: PlaceMapProps) {
  const { t } = useTranslation('field');
  const metersPerPixel = near ? spotMetersPerPixel : areaMetersPerPixel;
  const { longitude, latitude } = start;
  const { frame, engine, trouble } = useSmallMap({ longitude, latitude, metersPerPixel });
  const choose = (): void => {
    const view = engine.current?.view();
    if (!view) return;
    onChoose({
      longitude: view.longitude,
      latitude: view.latitude,
      accuracyMeters: null,
      by: 'hand',
      at: Date.now(),
    });
  };
  return (
    <div className={styles.mapPage}>
      <div ref={frame} className={styles.map}>
        <Pin />
      </div>
      {trouble ? <p role="status">{t('place.noMap')}</p> : null}
      <p className={styles.hint}>{t('place.hint')}</p>
      <DatumChoice onDatum={onDatum} />
      <div className={styles.mapButtons}>
        <button type="button" onClick={() => onChoose(null)}>
          {t('place.useGps')}
        </button>
        <button type="button" data-act="place-here" className={styles.here} onClick={choose}>
          {t('place.here')}
        </button>
      </div>
    </div>
  );
}
