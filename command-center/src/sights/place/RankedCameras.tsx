import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedCameraLineFragment } from '#gis/generated/graphql.ts';
import { refusalWords } from '#incidents/refusal-words.ts';
import { openCamera, type LookBasis } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useLengthWords } from '#words/length-words.ts';
import styles from './RankedCameras.module.css';

type Ranked = RankedCameraLineFragment;

const shownFirst = 4;

type RankedCamerasProps = {
  /** Undefined until they have come. */
  ranked: readonly Ranked[] | undefined;
  error: Error | undefined;
  /** What a look is for; null leaves it to whoever looks to say so in the camera's window. */
  basis: LookBasis;
};

/** Cameras for a place, best first, the reason on each; a permitted one opens at a click, another says why not. */
export function RankedCameras({ ranked, error, basis }: RankedCamerasProps) {
  const { t } = useTranslation('incidents');
  const failureWords = useFailureWords();
  const [isLong, setLong] = useState(false);
  if (error && !ranked)
    return <p className={styles.note}>{t('alarm.failed', { cause: failureWords(error) })}</p>;
  if (!ranked) return <p className={styles.note}>{t('alarm.camerasLoading')}</p>;
  if (ranked.length === 0) return <p className={styles.note}>{t('alarm.noCamera')}</p>;
  const shared = sharedRefusal(ranked);
  const shown = isLong ? ranked : ranked.slice(0, shownFirst);
  const left = ranked.length - shown.length;
  return (
    <>
      {ranked.some(({ permitted }) => permitted) ? null : (
        <p className={styles.note} data-refusal={shared}>
          {t('alarm.noneFree')} {shared ? refusalWords(t, shared) : null}
        </p>
      )}
      <ul className={styles.list}>
        {shown.map((each) => (
          <RankedLine key={each.camera.id} ranked={each} basis={basis} saysRefusal={!shared} />
        ))}
      </ul>
      {left > 0 ? (
        <Button look="plain" data-act="more-cameras" onClick={() => setLong(true)}>
          {t('alarm.moreCameras', { count: left })}
        </Button>
      ) : null}
    </>
  );
}

type RankedLineProps = { ranked: Ranked; basis: LookBasis; saysRefusal: boolean };

function RankedLine({ ranked, basis, saysRefusal }: RankedLineProps) {
  const { t } = useTranslation('incidents');
  const lengthWords = useLengthWords();
  const { camera, relation, reason, distanceMeters, permitted, refusal } = ranked;
  return (
    <li data-offered={camera.id} data-relation={relation}>
      <Button
        look="plain"
        className={styles.camera}
        disabled={!permitted}
        onClick={() =>
          openCamera({
            cameraId: camera.id,
            basis,
            reason: { relation, distanceMeters },
            position: [camera.position.longitude, camera.position.latitude],
          })
        }
      >
        <span className={styles.name}>{camera.name}</span>
        <span className={styles.why}>
          {camera.state === 'online' ? null : (
            <span className={styles.state} data-camera-state={camera.state}>
              {t(`cameraState.${camera.state}`)} ·{' '}
            </span>
          )}
          {t(`relation.${relation}`)}
          {reason === 'clear' ? null : (
            <span data-sight={reason}> · {t(`sight.${reason}`)}</span>
          )} ·{' '}
          {lengthWords(distanceMeters)}
        </span>
      </Button>
      {refusal && saysRefusal ? (
        <p className={styles.refusal} data-refusal={refusal}>
          {refusalWords(t, refusal)}
        </p>
      ) : null}
    </li>
  );
}

/** One reason said once, where all of them have the same. */
function sharedRefusal(ranked: readonly Ranked[]): string | null {
  const reasons = new Set(ranked.map(({ refusal }) => refusal ?? null));
  return reasons.size === 1 ? ([...reasons][0] ?? null) : null;
}
