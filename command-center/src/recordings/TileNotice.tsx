import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { reasonWords } from '#video/reason-words.ts';
import type { TileState } from './playback/recorded-player.ts';
import styles from './Playback.module.css';

/** Why there is no picture, and what to do about it. */
export function TileNotice({ state }: { state: TileState }) {
  const { t } = useTranslation(['recordings', 'video']);
  switch (state.state) {
    case 'pulled':
      return null;
    case 'opening':
      return <p className={styles.notice}>{t('opening')}</p>;
    case 'gap': {
      const { nextMs } = state;
      const until = nextMs === null ? null : clockWords(new Date(nextMs), 'full');
      return (
        <p className={styles.gap} data-gap>
          {until === null ? t('noMoreRecorded') : t('notRecorded', { until })}
        </p>
      );
    }
    case 'failed':
    case 'closed': {
      const words = reasonWords(t as never, state.reason, null);
      return (
        <p className={styles.notice} role="alert" data-reason={state.reason}>
          {words.means}
          <br />
          {words.next}
        </p>
      );
    }
  }
}
