import styles from './Figure.module.css';

type FigureProps = {
  /** Which number of its panel this is. */
  name: string;
  value: number;
  words: string;
  size?: 'headline' | 'normal' | 'small';
  /** Token of its colour; colour means state here. */
  tone?: string;
  /** Opens the rows that it counts; none has none to open. */
  onOpen?: () => void;
};

const grouped = new Intl.NumberFormat('zh-CN');

/** A number with what it counts. */
export function Figure({
  name,
  value,
  words,
  size = 'normal',
  tone = 'text',
  onOpen,
}: FigureProps) {
  const inner = (
    <>
      <span className={styles[size]} data-value={value} style={{ color: `var(--${tone})` }}>
        {grouped.format(value)}
      </span>
      <span className={styles.words}>{words}</span>
    </>
  );
  if (!onOpen || value === 0)
    return (
      <div className={styles.figure} data-figure={name}>
        {inner}
      </div>
    );
  return (
    <button type="button" className={styles.figure} data-figure={name} onClick={onOpen}>
      {inner}
    </button>
  );
}
