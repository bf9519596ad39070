import { lazy, Suspense, useState } from 'react';
import { LocateFixed, LocateOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/Sheet.tsx';
import type { Worker } from '../session/worker-session.ts';
import type { FoundPlace } from './find-place.ts';
import type { FollowedPlace } from './use-place.ts';
import styles from './Place.module.css';

const PlaceMap = lazy(() => import('./PlaceMap.tsx').then((m) => ({ default: m.PlaceMap })));

type PlaceFieldProps = {
  found: FollowedPlace;
  place: FoundPlace | null;
  area: Worker['area'];
  /** Null: the phone's own place again. */
  onCorrect: (place: FoundPlace | null) => void;
};

/** A fix worse than that leads nobody to the spot. */
const roughFromMeters = 60;

/** Where it is, how surely, and the way to say it better. */
export function PlaceField({ found, place, area, onCorrect }: PlaceFieldProps) {
  const { t } = useTranslation('field');
  const [open, setOpen] = useState(false);
  const state = stateOf(found, place);
  return (
    <>
      <div className={styles.place} data-place={state}>
        {state === 'gps' || state === 'hand' || state === 'kept' ? (
          <LocateFixed size="1.3em" aria-hidden />
        ) : (
          <LocateOff size="1.3em" aria-hidden />
        )}
        <p>{t(`place.${state}`, { meters: place?.accuracyMeters ?? 0 })}</p>
        <button type="button" className={styles.correct} onClick={() => setOpen(true)}>
          {t('place.correct')}
        </button>
      </div>
      {open ? (
        <Sheet title={t('place.title')} onClose={() => setOpen(false)}>
          <Suspense fallback={<p className={styles.wait}>{t('place.mapComes')}</p>}>
            <PlaceMap
              start={place ?? area.center}
              near={place !== null}
              onDatum={found.again}
              onChoose={(corrected) => {
                onCorrect(corrected);
                setOpen(false);
              }}
            />
          </Suspense>
        </Sheet>
      ) : null}
    </>
  );
}

function stateOf({ trouble }: FollowedPlace, place: FoundPlace | null) {
  if (place?.by === 'hand' || place?.by === 'kept') return place.by;
  if (place !== null) return (place.accuracyMeters ?? 0) > roughFromMeters ? 'rough' : 'gps';
  return trouble ?? 'seeking';
}
