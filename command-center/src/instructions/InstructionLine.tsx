import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  ReceiveInstructionDocument,
  type InstructionFieldsFragment,
} from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './Instructions.module.css';

type InstructionLineProps = { instruction: InstructionFieldsFragment; onReceived: () => void };

/** What was said, by whom, and who has taken it; whoever may takes it here. */
export function InstructionLine({ instruction, onReceived }: InstructionLineProps) {
  const { t } = useTranslation('instructions');
  const client = useApolloClient();
  const [reply, setReply] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { id, kind, text, issuedBy, issuedAt, receivedBy, receivable } = instruction;
  const receive = (): void => {
    const variables = { commandId: newCommandId(), id, reply: reply.trim() || null };
    client
      .mutate({ mutation: ReceiveInstructionDocument, variables })
      .catch((error: unknown) => setRefused(refusalOf(error).reason))
      .finally(onReceived);
  };
  return (
    <li className={styles.line} data-instruction={id} data-received={receivedBy != null}>
      <p>
        <strong>{t(kind)}</strong> <q>{text}</q>
      </p>
      <p className={styles.quiet}>
        {issuedBy} <Age since={new Date(issuedAt)} /> ·{' '}
        {receivedBy == null ? (
          <span className={styles.waiting}>{t('waiting')}</span>
        ) : (
          <span className={styles.taken}>{t('received', { who: receivedBy })}</span>
        )}
        {instruction.reply ? <q>{instruction.reply}</q> : null}
      </p>
      {receivable ? (
        <div className={styles.row}>
          <input
            aria-label={t('reply')}
            placeholder={t('reply')}
            maxLength={500}
            value={reply}
            onChange={({ target }) => setReply(target.value)}
          />
          <Button look="solid" data-act="receive" onClick={receive}>
            {t('receive')}
          </Button>
        </div>
      ) : null}
      {refused === null ? null : (
        <p role="alert" data-refused={refused}>
          {t(`refused.${refused}`, { defaultValue: t('refused.other') })}
        </p>
      )}
    </li>
  );
}
