import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { UnplacedCamerasDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './VideoHealthPanel.module.css';

type UnplacedCamerasProps = { platformId: string; count: number };

/** Cameras that a platform lists and that no map shows, by name once asked: each waits for a place at its platform. */
export function UnplacedCameras({ platformId, count }: UnplacedCamerasProps) {
  const { t } = useTranslation('video-health');
  const [open, setOpen] = useState(false);
  return (
    <div data-unplaced={count}>
      <Button
        look="plain"
        className={styles.trouble}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('unplaced.count', { count })}
      </Button>
      {open ? <Names platformId={platformId} count={count} /> : null}
    </div>
  );
}

function Names({ platformId, count }: UnplacedCamerasProps) {
  const { t } = useTranslation('video-health');
  const failureWords = useFailureWords();
  const { data, error } = useQuery(UnplacedCamerasDocument, {
    variables: { platformId },
    fetchPolicy: 'cache-and-network',
  });
  if (!data)
    return <p className={styles.quiet}>{error ? failureWords(error) : t('unplaced.wait')}</p>;
  const cameras = data.unplacedCameras;
  return (
    <>
      <p className={styles.quiet}>{t('unplaced.next')}</p>
      <ul className={styles.unplaced}>
        {cameras.map(({ platformCameraId, name, gbCode, reason }) => (
          <li key={platformCameraId} className={styles.line}>
            <span className={styles.name} title={name}>
              {name}
            </span>
            <span className={styles.quiet}>{gbCode ?? platformCameraId}</span>
            <span className={styles.quiet}>{t(`unplaced.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {count > cameras.length ? (
        <p className={styles.quiet}>{t('unplaced.more', { count: count - cameras.length })}</p>
      ) : null}
    </>
  );
}
