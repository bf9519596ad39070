import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { currentLanguage } from '#words/i18n.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { jumpToReport } from './line/jump-to-report.ts';
import { ExportSpan } from './line/ExportSpan.tsx';
import { SpanChoice } from './line/SpanChoice.tsx';
import { backToLive, replaySpeeds, replayState, togglePlay } from './replay-state.ts';
import { shownPast } from './use-replay.ts';
import styles from './Replay.module.css';

/** A frame and words over everything that is not now. */
export function ReplayFrame() {
  const { t } = useTranslation('replay');
  const failureWords = useFailureWords();
  const at = useStore(replayState, (state) => state.at);
  const noReport = useStore(replayState, (state) => state.noReport);
  const failed = useStore(shownPast, (state) => state.failed);
  if (at === null) return null;
  const note = noReport ? t(`noReport.${noReport}`) : t('cannotAct');
  return (
    <>
      <div className={styles.frame} aria-hidden />
      <section
        className={styles.banner}
        data-replay={new Date(at).toISOString()}
        aria-label={t('replay')}
      >
        <strong role="status">{t('replay')}</strong>
        <time className={styles.time}>{clockWords(new Date(at), 'full', currentLanguage())}</time>
        <Playing />
        <Button look="solid" shortcut="Esc" onClick={backToLive} data-back-to-live>
          {t('backToLive')}
        </Button>
        <div className={styles.second}>
          <SpanChoice />
          <ExportSpan />
          <span className={styles.note} role="status">
            {failed ? failureWords(failed) : note}
          </span>
        </div>
      </section>
    </>
  );
}

function Playing() {
  const { t } = useTranslation('replay');
  const speed = useStore(replayState, (state) => state.speed);
  return (
    <>
      <Jump later={false} icon={<ChevronLeft size="1em" aria-hidden />} />
      <Button
        shortcut="P"
        onClick={togglePlay}
        aria-label={t(speed === 0 ? 'play' : 'pause')}
        data-act="play"
      >
        {speed === 0 ? <Play size="1em" aria-hidden /> : <Pause size="1em" aria-hidden />}
      </Button>
      <Jump later icon={<ChevronRight size="1em" aria-hidden />} />
      <span role="group" aria-label={t('speeds')} className={styles.speeds}>
        {replaySpeeds.map((each) => (
          <Button
            key={each}
            aria-pressed={speed === each}
            onClick={() => replayState.set({ speed: each })}
          >
            {t('speed', { times: each })}
          </Button>
        ))}
      </span>
    </>
  );
}

function Jump({ later, icon }: { later: boolean; icon: ReactNode }) {
  const { t } = useTranslation('replay');
  const words = t(later ? 'nextReport' : 'reportBefore');
  return (
    <Button
      shortcut={later ? ']' : '['}
      title={words}
      aria-label={words}
      data-act={later ? 'next-report' : 'report-before'}
      onClick={() => void jumpToReport(later)}
    >
      {icon}
    </Button>
  );
}
