import { useTranslation } from 'react-i18next';
import type { ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { RequestState } from './RequestState.tsx';
import styles from './Recordings.module.css';

type RequestRowProps = {
  request: ViewRequestFieldsFragment;
  chosen: boolean;
  onChoose: () => void;
};

export function RequestRow({ request, chosen, onChoose }: RequestRowProps) {
  const { t } = useTranslation('recordings');
  const { id, caseNo, reason, cameras, requestedBy, requestedAt } = request;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-pressed={chosen}
        data-request={id}
        data-request-state={request.state}
        onClick={onChoose}
      >
        <span className={styles.rowTitle}>{[caseNo, reason].filter(Boolean).join(' ')}</span>
        <RequestState request={request} />
        <span className={styles.rowAside}>
          {requestedBy} · {clockWords(new Date(requestedAt), 'full')} ·{' '}
          {t('cameras', { count: cameras.length })}
        </span>
      </button>
    </li>
  );
}
