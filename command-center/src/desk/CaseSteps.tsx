import { useTranslation } from 'react-i18next';
import type { CaseFileFragment } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { stepsOfCase } from './steps-of-case.ts';
import styles from './CaseSteps.module.css';

/** The seven links of the loop, with who took each and when; the present one stands out. */
export function CaseSteps({ incident }: { incident: CaseFileFragment }) {
  const { t, i18n } = useTranslation('desk');
  return (
    <ol className={styles.steps}>
      {stepsOfCase(incident).map(({ step, at, by, status, due }) => (
        <li key={step} className={styles.step} data-status={status} data-step={step}>
          <span className={styles.name}>{t(`step.${step}`)}</span>
          {at ? (
            <time dateTime={at}>{clockWords(new Date(at), 'dayMinutes', i18n.language)}</time>
          ) : null}
          {by ? <span className={styles.by}>{by}</span> : null}
          {status === 'now' && due ? (
            <span className={styles.due}>
              {t('clock.stageDue')} {clockWords(new Date(due), 'dayMinutes', i18n.language)}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
