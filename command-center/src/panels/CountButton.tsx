import { useTranslation } from 'react-i18next';
import { openRows, useSituationState } from './situation-state.ts';
import styles from './Panels.module.css';

type CountButtonProps = {
  figure: string;
  /** Null where it is not told. */
  count: number | null;
  words: string;
  size?: 'headline' | 'normal' | 'small';
  /** Token of its colour where the number is no good news. */
  tone?: string;
};

const grouped = new Intl.NumberFormat('zh-CN');

/** A number that opens the rows it counts. Nought opens too: that there is none is an answer. */
export function CountButton({ figure, count, words, size = 'normal', tone }: CountButtonProps) {
  const { t } = useTranslation('outside');
  const isOpen = useSituationState((state) => state.figure === figure);
  return (
    <button
      type="button"
      className={styles.count}
      aria-pressed={isOpen}
      data-number={figure}
      data-count={count ?? ''}
      onClick={() => openRows(figure)}
    >
      <span
        className={count === null ? styles.withheld : styles[size]}
        style={
          tone !== undefined && count !== null && count > 0
            ? { color: `var(--${tone})` }
            : undefined
        }
      >
        {count === null ? t('outside:themes.withheld') : grouped.format(count)}
      </span>
      <span className={styles.words}>{words}</span>
    </button>
  );
}

type BarLine = { figure: string; count: number; words: string; tone?: string };

/** Numbers of one kind beside each other: as long as they are many. */
export function BarLines({ lines }: { lines: readonly BarLine[] }) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <ul className={styles.bars}>
      {lines.map((line) => (
        <li key={line.figure}>
          <BarLineRow line={line} most={most} />
        </li>
      ))}
    </ul>
  );
}

function BarLineRow({ line, most }: { line: BarLine; most: number }) {
  const { figure, count, words, tone = 'state-low' } = line;
  const isOpen = useSituationState((state) => state.figure === figure);
  return (
    <button
      type="button"
      className={styles.barLine}
      aria-pressed={isOpen}
      data-number={figure}
      data-count={count}
      onClick={() => openRows(figure)}
    >
      <span className={styles.barWords}>{words}</span>
      <span className={styles.barTrack} aria-hidden>
        <span
          style={{ width: `${(count / most) * 100}%`, background: `var(--${tone})` }}
          className={styles.barFill}
        />
      </span>
      <span className={styles.barCount}>{grouped.format(count)}</span>
    </button>
  );
}
