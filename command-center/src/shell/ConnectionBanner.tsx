import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { journalState } from '#journal/journal-state.ts';
import { reconnectJournal } from '#journal/start-journal.ts';
import { graphicsLost, useMapHost } from '#map/map-host.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import styles from './ConnectionBanner.module.css';

/** Says that what is on screen grows old, and since when; or that the map is not whole, and why. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell');
  const status = useStore(journalState, (state) => state.status);
  const heardAt = useStore(journalState, (state) => state.heardAt);
  const trouble = useMapHost((host) => host.trouble);
  if (status === 'lost') {
    return (
      <p className={styles.banner} data-connection="lost">
        <WifiOff size="1.3em" aria-hidden />
        <span>
          <span role="alert">{t('connection.lost')}</span>{' '}
          {heardAt === null ? null : (
            <>
              {t('connection.silentFor')} <Age since={new Date(heardAt)} />
            </>
          )}
        </span>
        <Button onClick={reconnectJournal}>{t('connection.retry')}</Button>
      </p>
    );
  }
  if (!trouble) return null;
  return (
    <p className={styles.banner} role="status" data-map-trouble title={trouble}>
      <span>{t(trouble === graphicsLost ? 'graphicsLost' : 'mapTrouble')}</span>
    </p>
  );
}
