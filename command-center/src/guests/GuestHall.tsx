import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useNow } from '#ui/use-now.ts';
import { tellWall, toggleGuests, useGuests } from './guests-state.ts';
import styles from './Guests.module.css';

/** What guests see of a hall: its map, its name and the time. */
export function GuestHall({ areaName }: { areaName: string }) {
  const { t, i18n } = useTranslation('guests');
  const now = new Date(useNow());
  const wallFailed = useGuests((state) => state.wallFailed);
  return (
    <section className={styles.hall} aria-label={t('title')} data-guests>
      <h1>{areaName}</h1>
      <time dateTime={now.toISOString()}>
        {clockWords(now, 'seconds')} <span>{clockWords(now, 'date', i18n.language)}</span>
      </time>
      <p>
        <EyeOff size="1.2em" aria-hidden /> {t('hidden')}
      </p>
      {wallFailed ? (
        <p role="alert" className={styles.failed}>
          {t('wallFailed')}{' '}
          <Button onClick={() => tellWall(true)} data-act="tell-wall">
            {t('again')}
          </Button>
        </p>
      ) : null}
      <Button look="solid" shortcut="X" data-act="end-guests" onClick={toggleGuests}>
        {t('end')}
      </Button>
    </section>
  );
}
