import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { journalNow } from '#journal/journal-state.ts';
import { useJournalNow } from '#journal/use-journal-now.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { currentLanguage } from '#words/i18n.ts';
import { backToLive, replayState, showMoment, togglePlay } from '../replay-state.ts';
import { jumpToReport } from './jump-to-report.ts';
import { ReportBars } from './ReportBars.tsx';
import { boundsOf } from './span.ts';
import styles from './TimeLine.module.css';

/** The span as one handle over its reports: live at its right end, the past to its left; arrow keys go step by step. */
export function TimeLine({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('replay');
  const now = useJournalNow(5000);
  const at = useStore(replayState, (state) => state.at);
  const span = useStore(replayState, (state) => state.span);
  const { fromMs, toMs, stepMs } = boundsOf(span, now);
  const steps = Math.round((toMs - fromMs) / stepMs);
  const endsNow = toMs >= now;
  const chosen = (value: number): void => {
    if (value === steps && endsNow) backToLive();
    else showMoment((endsNow ? journalNow() : toMs) - (steps - value) * stepMs);
  };
  const back = at === null ? 0 : Math.round((toMs - at) / stepMs);
  return (
    <div className={styles.timeLine}>
      <span>{span.kind === 'chosen' ? dayAndMinutes(fromMs) : t(`ago.${span.kind}`)}</span>
      <span className={styles.track}>
        <ReportBars span={span} areaCode={areaCode} />
        <input
          type="range"
          aria-label={t('timeLine')}
          aria-valuetext={
            at === null ? t('live') : clockWords(new Date(at), 'full', currentLanguage())
          }
          min={0}
          max={steps}
          step={1}
          value={Math.max(0, steps - back)}
          onChange={({ target }) => chosen(Number(target.value))}
          onKeyDown={actOnKey}
        />
      </span>
      <span>{endsNow ? t('live') : dayAndMinutes(toMs)}</span>
    </div>
  );
}

/** The hall's own keys are not heard while the handle has the keyboard. */
function actOnKey(event: KeyboardEvent): void {
  const acts: Record<string, () => void> = {
    Escape: backToLive,
    '[': () => void jumpToReport(false),
    ']': () => void jumpToReport(true),
    p: togglePlay,
  };
  const act = acts[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

function dayAndMinutes(at: number): string {
  const date = new Date(at);
  return `${clockWords(date, 'date', currentLanguage())} ${clockWords(date, 'minutes')}`;
}
