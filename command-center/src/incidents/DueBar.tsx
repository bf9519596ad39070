import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useNow } from '#ui/use-now.ts';
import styles from './DueBar.module.css';

type DueBarProps = {
  from: Date;
  due: Date;
  /** By the server's rules: a suspended case is past its limit without being late. */
  overdue: boolean;
};

/** The clock against the limit, as a bar that fills. */
export function DueBar({ from, due, overdue }: DueBarProps) {
  const { t, i18n } = useTranslation('incidents');
  const now = useNow(10_000);
  const share = Math.min(1, Math.max(0, (now - from.getTime()) / (due.getTime() - from.getTime())));
  return (
    <div className={styles.due} data-late={overdue}>
      <div className={styles.track}>
        <div className={styles.fill} style={{ width: `${share * 100}%` }} />
      </div>
      <span>
        {overdue ? t('overdue') : t('card.dueAt')} {clockWords(due, 'date', i18n.language)}{' '}
        <time dateTime={due.toISOString()}>{clockWords(due, 'minutes', i18n.language)}</time>
      </span>
    </div>
  );
}
