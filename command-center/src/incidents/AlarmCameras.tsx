import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { IncidentCamerasDocument } from '#gis/generated/graphql.ts';
import { openCamera, useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useLengthWords } from '#words/length-words.ts';
import { refusalWords } from './refusal-words.ts';
import styles from './AlarmCameras.module.css';

/** More than are listed, so that a refusal they share is known to be shared. */
const camerasAsked = 6;

type AlarmCamerasProps = {
  incidentId: string;
  /** Say nothing while a permitted one is open: its window stands beside and carries the reason. */
  unlessOpen?: boolean;
};

/** The cameras for an incident, the reason on each; a permitted one opens at a click, another says why not. */
export function AlarmCameras({ incidentId, unlessOpen = false }: AlarmCamerasProps) {
  const { t } = useTranslation('incidents');
  const failureWords = useFailureWords();
  const lengthWords = useLengthWords();
  const { data, error } = useQuery(IncidentCamerasDocument, {
    variables: { id: incidentId, first: camerasAsked },
    // Who is on duty and which camera is online may have changed since it was asked last.
    fetchPolicy: 'cache-and-network',
  });
  const openCameras = useMapModel((model) => model.openCameras);
  const open = new Set(openCameras.map(({ cameraId }) => cameraId));
  if (error && !data)
    return <p className={styles.note}>{t('alarm.failed', { cause: failureWords(error) })}</p>;
  if (!data) return <p className={styles.note}>{t('alarm.camerasLoading')}</p>;
  const ranked = data.incident?.cameras ?? [];
  if (ranked.length === 0) return <p className={styles.note}>{t('alarm.noCamera')}</p>;
  if (unlessOpen && ranked.some(({ camera, permitted }) => permitted && open.has(camera.id))) {
    return null;
  }
  const shared = sharedRefusal(ranked);
  return (
    <>
      {ranked.some(({ permitted }) => permitted) ? null : (
        <p className={styles.note} data-refusal={shared}>
          {t('alarm.noneFree')} {shared ? refusalWords(t, shared) : null}
        </p>
      )}
      <ul className={styles.list}>
        {ranked
          .slice(0, 4)
          .map(({ camera, relation, reason, distanceMeters, permitted, refusal }) => (
            <li key={camera.id} data-offered={camera.id}>
              <Button
                look="plain"
                className={styles.camera}
                disabled={!permitted}
                onClick={() =>
                  openCamera({
                    cameraId: camera.id,
                    basis: { incidentId },
                    reason: { relation, distanceMeters },
                    position: [camera.position.longitude, camera.position.latitude],
                  })
                }
              >
                <span className={styles.name}>{camera.name}</span>
                <span className={styles.why}>
                  {t(`relation.${relation}`)}
                  {reason === 'clear' ? null : (
                    <span data-sight={reason}> · {t(`sight.${reason}`)}</span>
                  )}{' '}
                  · {lengthWords(distanceMeters)}
                </span>
              </Button>
              {refusal && !shared ? (
                <p className={styles.refusal} data-refusal={refusal}>
                  {refusalWords(t, refusal)}
                </p>
              ) : null}
            </li>
          ))}
      </ul>
    </>
  );
}

/** One reason said once, where all of them have the same. */
function sharedRefusal(ranked: readonly { refusal?: string | null }[]): string | null {
  const reasons = new Set(ranked.map(({ refusal }) => refusal ?? null));
  return reasons.size === 1 ? ([...reasons][0] ?? null) : null;
}
