import { useTranslation } from 'react-i18next';
import type { CaseFileFragment } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useNow } from '#ui/use-now.ts';
import { leftWords } from './left-words.ts';
import styles from './CaseClock.module.css';

type Clock = NonNullable<CaseFileFragment['clock']>;

/** The clock against the limit: a bar that fills, what is left by its own measure, and until when. */
export function CaseClock({ clock }: { clock: Clock }) {
  const { t, i18n } = useTranslation('desk');
  const now = useNow(10_000);
  const [started, due] = [Date.parse(clock.startedAt), Date.parse(clock.dueAt)];
  const share = Math.min(1, Math.max(0, (now - started) / Math.max(1, due - started)));
  const given = clock.given.reduce((sum, value) => sum + value, 0);
  return (
    <div className={styles.clock} data-colour={clock.colour} data-case-clock={clock.colour}>
      <div className={styles.track}>
        <div className={styles.fill} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles.line}>
        <strong>{leftWords(t, clock)}</strong>
        <span>
          {t('clock.limit', { value: given, unit: t(`unit.${clock.unit}`) })}
          {clock.given.length > 1 ? ` · ${t('clock.extended')}` : null}
        </span>
        {clock.running ? (
          <time dateTime={clock.dueAt}>
            {t('clock.due')} {clockWords(new Date(clock.dueAt), 'dayMinutes', i18n.language)}
          </time>
        ) : null}
      </p>
    </div>
  );
}
