import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { useNow } from '#ui/use-now.ts';
import { currentLanguage } from '#words/i18n.ts';
import { backToLive, replayState, showMoment } from './replay-state.ts';
import styles from './Replay.module.css';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The last 24 hours as one handle: live at its right end, the past to its left; arrow keys step by a minute. */
export function TimeLine() {
  const { t } = useTranslation('replay');
  const now = useNow(5000);
  const at = useStore(replayState, (state) => state.at);
  const agoMinutes = at === null ? 0 : Math.min(dayMs, now - at) / minuteMs;
  return (
    <label className={styles.timeLine}>
      <span>{t('dayAgo')}</span>
      <input
        type="range"
        aria-label={t('timeLine')}
        aria-valuetext={
          at === null ? t('live') : clockWords(new Date(at), 'full', currentLanguage())
        }
        min={-dayMs / minuteMs}
        max={0}
        step={1}
        value={-Math.round(agoMinutes)}
        onChange={({ target }) => {
          const minutes = Number(target.value);
          if (minutes === 0) backToLive();
          else showMoment(Date.now() + minutes * minuteMs);
        }}
      />
      <span>{t('live')}</span>
    </label>
  );
}
