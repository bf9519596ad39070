import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import type { PastAct } from '../picture-at.ts';
import styles from './Past.module.css';

/** What people did in the minutes before the moment shown. */
export function PastActs({ acts }: { acts: readonly PastAct[] }) {
  const { t } = useTranslation('replay');
  const { t: register } = useTranslation('register');
  return (
    <details className={styles.part} data-past-acts={acts.length}>
      <summary>{t('acts', { count: acts.length })}</summary>
      <ol className={styles.acts}>
        {acts.map(({ seq, at, kind, actorName }) => (
          <li key={seq}>
            <time dateTime={new Date(at).toISOString()}>{clockWords(new Date(at), 'seconds')}</time>{' '}
            {actorName} {register(`kinds.${kind}`, { defaultValue: kind })}
          </li>
        ))}
      </ol>
    </details>
  );
}
