import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatumChoice } from '#field/place/DatumChoice.tsx';
import { phoneDatum, placeOf } from '#field/place/find-place.ts';
import { Button } from '#ui/Button.tsx';
import { askPlaces, CitizenRefusal, type FoundPlace } from './citizen-request.ts';
import { Labelled } from './Labelled.tsx';
import styles from './Citizen.module.css';

export type PickedPlace = {
  position: { longitude: number; latitude: number };
  address: string;
  /** Of a place that the phone gave. */
  accuracyMeters: number | null;
};

/** A fix worse than that leads nobody to the spot. */
const roughFromMeters = 60;

type Fix = Parameters<typeof placeOf>[0];

type PlacePickerProps = { place: PickedPlace | null; onPick: (place: PickedPlace) => void };

/** Where it is: a name that is on every map, or where the phone is. */
export function PlacePicker({ place, onPick }: PlacePickerProps) {
  const { t } = useTranslation('citizen');
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly FoundPlace[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // As the phone gave it, for it may be in another datum than is thought at first.
  const [fix, setFix] = useState<Fix | null>(null);
  const search = (): void => {
    setTrouble(null);
    askPlaces(text).then(
      ({ places }) => setFound(places),
      (error: unknown) =>
        setTrouble(error instanceof CitizenRefusal ? error.reason : 'unreachable'),
    );
  };
  const take = (coords: Fix): void => {
    const { longitude, latitude, accuracyMeters } = placeOf(coords, phoneDatum());
    setFix(coords);
    onPick({ position: { longitude, latitude }, address: text, accuracyMeters });
  };
  const locate = (): void => {
    setTrouble(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => take(coords),
      () => setTrouble('no-location'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <>
      <Labelled name={t('place')}>
        {(id) => (
          <span className={styles.pair}>
            <input
              id={id}
              type="search"
              placeholder={t('placeHint')}
              maxLength={100}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                search();
              }}
            />
            <Button onClick={search} disabled={text.trim() === ''}>
              {t('find')}
            </Button>
          </span>
        )}
      </Labelled>
      <Button onClick={locate}>{t('locate')}</Button>
      {found ? (
        <ul className={styles.offers}>
          {found.map(({ kind, id, title, detail, position }) => (
            <li key={`${kind} ${id}`}>
              <button
                type="button"
                data-place={id}
                onClick={() => {
                  onPick({ position, address: title, accuracyMeters: null });
                  setFix(null);
                  setFound(null);
                }}
              >
                {title} <span className={styles.quiet}>{detail}</span>
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className={styles.quiet}>{t('noPlace')}</li> : null}
        </ul>
      ) : null}
      {trouble ? (
        <p className={styles.refused} role="alert">
          {t(`refusal.${trouble}`, { defaultValue: t('refusal.other') })}
        </p>
      ) : null}
      {place ? (
        <p className={styles.picked} data-picked>
          {place.address}{' '}
          <span className={styles.quiet}>
            {place.position.longitude.toFixed(5)}, {place.position.latitude.toFixed(5)}
          </span>{' '}
          {place.accuracyMeters === null ? null : (
            <span data-accuracy={place.accuracyMeters}>
              {t(place.accuracyMeters > roughFromMeters ? 'rough' : 'accuracy', {
                meters: place.accuracyMeters,
              })}
            </span>
          )}
        </p>
      ) : null}
      {fix ? <DatumChoice onDatum={() => take(fix)} /> : null}
    </>
  );
}
