import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  AcknowledgeLinkageNoticeDocument,
  LinkageNoticesDocument,
} from '#gis/generated/graphql.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { useRuleName } from '../outcome-words.ts';
import type { Notice } from './use-notices.ts';
import styles from './FiringNotices.module.css';

/** One thing that the viewer is told by a rule; what must be acknowledged stands until somebody has. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const titleOf = useIncidentTitle();
  const failureWords = useFailureWords();
  const [acknowledge, { error, loading }] = useMutation(AcknowledgeLinkageNoticeDocument, {
    refetchQueries: [LinkageNoticesDocument],
  });
  const { id, firing, mustAcknowledge, madeAt } = notice;
  const what = firing.title ? titleOf(firing.title) : t(`trigger.${firing.triggerKind}`);
  const send = (): void => {
    // Refused, the row says so itself.
    acknowledge({ variables: { commandId: newCommandId(), id } }).catch(() => undefined);
  };
  return (
    <li className={styles.line} data-notice={id}>
      <p className={styles.rule}>
        <span className={styles.told}>{t('told', { rule: nameOf(firing.ruleName), what })}</span>
        <span className={styles.age}>
          <Age since={new Date(madeAt)} />
        </span>
        {mustAcknowledge ? (
          <Button look="solid" data-act="acknowledge-notice" disabled={loading} onClick={send}>
            {t('acknowledge')}
          </Button>
        ) : null}
      </p>
      {error ? <p className={styles.refused}>{failureWords(error)}</p> : null}
    </li>
  );
}
