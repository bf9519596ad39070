import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createEngine } from '#map/engine-flat/create-engine.ts';
import type { MapEngine } from '#map/engine.ts';
import { keepPhoneDatum, phoneDatum, phoneDatums } from './find-place.ts';
import type { FoundPlace } from './find-place.ts';
import styles from './Place.module.css';

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
  const frame = useRef<HTMLDivElement>(null);
  const engine = useRef<MapEngine | null>(null);
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    const container = document.createElement('div');
    container.className = styles.canvas ?? '';
    container.dataset['engine'] = 'flat';
    frame.current?.append(container);
    let left = false;
    const view = {
      longitude: start.longitude,
      latitude: start.latitude,
      metersPerPixel: near ? spotMetersPerPixel : areaMetersPerPixel,
      bearingDeg: 0,
      pitchDeg: 0,
    };
    createEngine({ container, view, theme: 'light-desk' }).then(
      (made) => {
        if (left) return made.destroy();
        engine.current = made;
        made.on('trouble', (cause) => setTrouble(cause !== null));
        void made.firstPicture.then(() => {
          container.dataset['ready'] = 'true';
        });
      },
      () => setTrouble(true),
    );
    return () => {
      left = true;
      engine.current?.destroy();
      engine.current = null;
      container.remove();
    };
    // The map opens once where the sheet was opened; what the phone says later must not move it under the thumb.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const choose = (): void => {
    const view = engine.current?.view();
    if (!view) return;
    const { longitude, latitude } = view;
    onChoose({ longitude, latitude, accuracyMeters: null, by: 'hand', at: Date.now() });
  };
  return (
    <div className={styles.mapPage}>
      <div ref={frame} className={styles.map}>
        <svg className={styles.pin} viewBox="0 0 24 32" aria-hidden>
          <path d="M12 31C5 21 2 16.500 2 11.500a10 10 0 0 1 20 0C22 16.500 19 21 12 31Z" />
          <circle cx="12" cy="11.500" r="4" />
        </svg>
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

function DatumChoice({ onDatum }: { onDatum: () => void }) {
  const { t } = useTranslation('field');
  const id = useId();
  const [datum, setDatum] = useState(phoneDatum);
  return (
    <div className={styles.datum}>
      <label htmlFor={id}>{t('place.datum')}</label>
      <select
        id={id}
        value={datum}
        onChange={(event) => {
          const next = phoneDatums.find((each) => each === event.target.value) ?? 'wgs84';
          keepPhoneDatum(next);
          setDatum(next);
          onDatum();
        }}
      >
        {phoneDatums.map((each) => (
          <option key={each} value={each}>
            {t(`place.datumOf.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
