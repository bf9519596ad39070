import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { currentLanguage } from '#words/i18n.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { backToLive, replaySpeeds, replayState } from './replay-state.ts';
import type { Shown } from './use-replay.ts';
import styles from './Replay.module.css';

/** A frame and words over everything that is not now. */
export function ReplayFrame({ failed }: Pick<Shown, 'failed'>) {
  const { t } = useTranslation('replay');
  const failureWords = useFailureWords();
  const at = useStore(replayState, (state) => state.at);
  const speed = useStore(replayState, (state) => state.speed);
  if (at === null) return null;
  return (
    <>
      <div className={styles.frame} aria-hidden />
      <section className={styles.banner} data-replay={new Date(at).toISOString()} role="status">
        <strong>{t('replay')}</strong>
        <time className={styles.time}>{clockWords(new Date(at), 'full', currentLanguage())}</time>
        <Button onClick={() => replayState.set({ speed: 0 })} aria-pressed={speed === 0}>
          {t('pause')}
        </Button>
        {replaySpeeds.map((each) => (
          <Button
            key={each}
            aria-pressed={speed === each}
            onClick={() => replayState.set({ speed: each })}
          >
            {t('speed', { times: each })}
          </Button>
        ))}
        <Button look="solid" shortcut="Esc" onClick={backToLive} data-back-to-live>
          {t('backToLive')}
        </Button>
        <span className={styles.note}>{failed ? failureWords(failed) : t('cannotAct')}</span>
      </section>
    </>
  );
}
