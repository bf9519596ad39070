import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { currentLanguage } from '#words/i18n.ts';
import { replayState } from '../replay-state.ts';
import { shownPast } from '../use-replay.ts';
import styles from './Past.module.css';

/** The moment shown, in the place of the clock of now. */
export function PastClock() {
  const { t } = useTranslation('replay');
  const at = useStore(replayState, (state) => state.at);
  if (at === null) return null;
  const moment = new Date(at);
  return (
    <time className={styles.clock} dateTime={moment.toISOString()} data-past-clock>
      <span className={styles.hands}>{clockWords(moment, 'seconds')}</span>
      <span>
        {t('replay')} {clockWords(moment, 'date', currentLanguage())}
      </span>
    </time>
  );
}

const posts = ['LEADER', 'SHIFT_LEADER'] as const;

/** Who answered then. */
export function PastDuty() {
  const picture = useStore(shownPast, (state) => state.picture);
  const { t } = useTranslation('duty');
  if (!picture) return null;
  return (
    <span data-past-duty>
      {posts.map((post) => {
        const names = picture.duty.filter((duty) => duty.post === post).map(({ name }) => name);
        return (
          <span key={post} className={styles.post}>
            {t(`post.${post}`)} {names.length > 0 ? names.join('、') : t('nobody')}
          </span>
        );
      })}
    </span>
  );
}
