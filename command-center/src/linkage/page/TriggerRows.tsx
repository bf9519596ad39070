import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import styles from './Linkage.module.css';

type TriggerRow = { seq: number; kind: string; title?: string | null; at: string };

/** Rows of the journal that set a rule off. */
export function TriggerRows({ rows }: { rows: readonly TriggerRow[] }) {
  const { t } = useTranslation('linkage');
  const titleOf = useIncidentTitle();
  return (
    <ol className={styles.triggers}>
      {rows.map(({ seq, kind, title, at }) => (
        <li key={seq} data-trigger={seq}>
          <time dateTime={at}>{clockWords(new Date(at), 'full')}</time>{' '}
          {title ? titleOf(title) : t(`trigger.${kind}`)}{' '}
          <span className={styles.aside}>#{seq}</span>
        </li>
      ))}
    </ol>
  );
}
