import { useTranslation } from 'react-i18next';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './blind-spots.module.css';

/** How much of the roads was seen in each hour of the day; an hour that nobody knows has no bar. */
export function HoursOfDay({ shares }: { shares: readonly (number | null)[] }) {
  const { t } = useTranslation('blind-spots');
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return <p className={toolStyles.quiet}>{t('noHours')}</p>;
  const most = Math.max(...known, 0.001);
  return (
    <figure className={styles.hours} data-hours-known={known.length}>
      <figcaption className={toolStyles.quiet}>
        {t('byHour', { most: Math.round(most * 100) })}
      </figcaption>
      <div className={styles.bars} role="img" aria-label={hoursInWords(shares)}>
        {shares.map((share, hour) => (
          // oxlint-disable-next-line react/no-array-index-key -- an hour is its place
          <span key={hour} className={styles.bar} title={wordsOf(share, hour)}>
            <span style={{ height: `${((share ?? 0) / most) * 100}%` }} />
            {hour % 6 === 0 ? <small>{hour}</small> : null}
          </span>
        ))}
      </div>
    </figure>
  );
}

function wordsOf(share: number | null, hour: number): string {
  return `${hour}:00 ${share === null ? '—' : `${Math.round(share * 100)}%`}`;
}

function hoursInWords(shares: readonly (number | null)[]): string {
  return shares.map(wordsOf).join(', ');
}
