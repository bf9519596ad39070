import { useId, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import styles from '#bulletins/Bulletins.module.css';
import { newCommandId } from '#gis/command-id.ts';
import {
  DecideLeaveDocument,
  LeavesAtTheDeskDocument,
  type LeavesAtTheDeskQuery,
} from '#gis/generated/graphql.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useFailureWords } from '#words/failure-words.ts';

type LeavesPanelProps = { className?: string | undefined; onClose: () => void };

const isOfLeaves = ({ kind }: { kind: string }) => kind.startsWith('field-leave.');

/** 请假: who of the field wants to be away and who would stand in, decided here. */
export function LeavesPanel({ className, onClose }: LeavesPanelProps) {
  const { t } = useTranslation('leaves');
  const { data, error, refetch } = useQuery(LeavesAtTheDeskDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: isOfLeaves, refresh: () => refetch() });
  const face = faceOf({ value: data?.fieldLeaves, error, retry: () => void refetch(), ...known });
  return (
    <Panel raised title={t('title')} onClose={onClose} className={className}>
      <PanelFaces of={face} emptyWords={t('none')} isEmpty={(all) => all.length === 0}>
        {(all) => (
          <ul className={styles.list} data-leaves={all.length}>
            {all.map((leave) => (
              <LeaveLine key={leave.id} of={leave} onDecided={() => void refetch()} />
            ))}
          </ul>
        )}
      </PanelFaces>
    </Panel>
  );
}

type LineProps = { of: LeavesAtTheDeskQuery['fieldLeaves'][number]; onDecided: () => void };

function LeaveLine({ of, onDecided }: LineProps) {
  const { t, i18n } = useTranslation('leaves');
  const noteId = useId();
  const failureWords = useFailureWords();
  const [note, setNote] = useState('');
  const [decide, { loading, error }] = useMutation(DecideLeaveDocument);
  const { id, by, substitute, fromAt, toAt, reason, state, decidedBy } = of;
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  const say = (granted: boolean): void => {
    const variables = { commandId: newCommandId(), id, granted, note: note || null };
    // Somebody was faster: the list says who.
    decide({ variables }).then(onDecided, onDecided);
  };
  return (
    <li className={styles.task} data-leave={id} data-open={state === 'asked'}>
      <p>
        <strong>{by}</strong> {time(fromAt)} – {time(toAt)} · {t('substitute', { substitute })}
      </p>
      <p className={styles.quiet}>
        {t(`state.${state}`)}
        {decidedBy ? ` · ${decidedBy}` : ''} · {reason}
        {of.note ? ` · ${of.note}` : ''}
      </p>
      {state === 'asked' ? (
        <div className={styles.buttons}>
          <div className={styles.choice}>
            <label htmlFor={noteId}>{t('note')}</label>
            <input
              id={noteId}
              maxLength={200}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </div>
          <Button look="solid" disabled={loading} data-grant onClick={() => say(true)}>
            {t('grant')}
          </Button>
          <Button disabled={loading} onClick={() => say(false)}>
            {t('refuse')}
          </Button>
        </div>
      ) : null}
      {error ? (
        <p className={styles.refused} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
    </li>
  );
}
