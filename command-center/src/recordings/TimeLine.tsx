import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import type { Window } from './playback/playback-clock.ts';
import type { Stretch } from './playback/playback-message.ts';
import styles from './Playback.module.css';

type TimeLineProps = {
  window: Window;
  positionMs: number;
  /** Null until it is known what is recorded. */
  rows: readonly { id: string; name: string; recordings: readonly Stretch[] | null }[];
  marks: readonly { id: string; at: string; note: string }[];
  onSeek: (positionMs: number) => void;
};

const keySteps: Record<string, number> = {
  ArrowLeft: -1_000,
  ArrowRight: 1_000,
  PageDown: -60_000,
  PageUp: 60_000,
};
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** The granted window with what is recorded of each camera, the gaps between, and where the page stands. */
export function TimeLine({ window, positionMs, rows, marks, onSeek }: TimeLineProps) {
  const { t } = useTranslation('recordings');
  const bar = useRef<HTMLDivElement>(null);
  const { fromMs, toMs } = window;
  const share = (ms: number) => `${((ms - fromMs) / (toMs - fromMs)) * 100}%`;
  const momentOf = ({ clientX }: PointerEvent) => {
    const { left, width } = bar.current!.getBoundingClientRect();
    return fromMs + Math.min(1, Math.max(0, (clientX - left) / width)) * (toMs - fromMs);
  };
  const step = (event: KeyboardEvent) => {
    const to =
      event.key === 'Home'
        ? fromMs
        : event.key === 'End'
          ? toMs
          : positionMs + (keySteps[event.key] ?? 0);
    if (to === positionMs) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <div className={styles.timeLine}>
      <div
        ref={bar}
        className={styles.track}
        role="slider"
        tabIndex={0}
        aria-label={t('timeLine')}
        aria-valuemin={fromMs}
        aria-valuemax={toMs}
        aria-valuenow={Math.round(positionMs)}
        aria-valuetext={clockWords(new Date(positionMs), 'full')}
        onPointerUp={(event) => onSeek(momentOf(event))}
        onKeyDown={step}
      >
        {rows.map(({ id, name, recordings }) => (
          <div key={id} className={styles.trackRow} title={name} data-recorded={id}>
            {recordings?.map((stretch) => (
              <span
                key={stretch.fromMs}
                className={styles.stretch}
                data-stretch
                style={{
                  left: share(stretch.fromMs),
                  width: `${((stretch.toMs - stretch.fromMs) / (toMs - fromMs)) * 100}%`,
                }}
              />
            ))}
          </div>
        ))}
        {marks.map(({ id, at, note }) => (
          <span
            key={id}
            className={styles.mark}
            style={{ left: share(Date.parse(at)) }}
            title={note}
          />
        ))}
        <span className={styles.cursor} style={{ left: share(positionMs) }} />
      </div>
      <div className={styles.ticks} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ left: `${tick * 100}%` }}>
            {clockWords(new Date(fromMs + tick * (toMs - fromMs)), 'seconds')}
          </span>
        ))}
      </div>
      <p className={styles.note}>
        <span className={styles.stretchKey} /> {t('recorded')} <span className={styles.gapKey} />{' '}
        {t('gap')}
      </p>
    </div>
  );
}
