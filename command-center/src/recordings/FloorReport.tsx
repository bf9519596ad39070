import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RecordingFloorDocument } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { reasonWords } from '#video/reason-words.ts';
import styles from './Recordings.module.css';

/** How far back the recordings of the viewer's area reach: what the platforms answer, with when they were asked. */
export function FloorReport() {
  const { t } = useTranslation('recordings');
  const { data } = useQuery(RecordingFloorDocument, { fetchPolicy: 'cache-and-network' });
  const floor = data?.recordingFloor;
  if (!floor) return null;
  const { floorDays, asked, reaching, below, unanswered, shortest } = floor;
  return (
    <details className={styles.floor} data-floor-asked={asked}>
      <summary>
        {t('floor.title', { days: floorDays })}{' '}
        {asked === 0
          ? t('floor.notAsked')
          : t('floor.counts', { asked, reaching, below, unanswered })}
      </summary>
      <ul>
        {shortest.map(({ cameraId, camera, oldestAt, askedAt, failure }) => (
          <li key={cameraId}>
            {camera?.name ?? cameraId} ·{' '}
            {failure
              ? reasonWords(t as never, failure, null).means
              : oldestAt
                ? t('floor.since', { at: clockWords(new Date(oldestAt), 'full') })
                : t('floor.none')}{' '}
            <span className={styles.note}>
              {t('floor.askedAt', { at: clockWords(new Date(askedAt), 'full') })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
