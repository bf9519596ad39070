import { useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { longestInstruction, type InstructionKind } from 'grid-data';
import {
  GiveInstructionDocument,
  InstructedIncidentDocument,
  InstructionsDocument,
} from '#gis/generated/graphql.ts';
import { useCommandId } from '#gis/use-command-id.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import { closeInstruct, useInstruct } from './instruct-state.ts';
import { InstructionLine } from './InstructionLine.tsx';
import { useInstructionNews } from './use-instruction-news.ts';
import styles from './Instructions.module.css';

/** 批示、交办 for one case, and what has become of earlier ones. */
export function InstructPanel({ viewer }: { viewer: Viewer }) {
  const incidentId = useInstruct();
  return incidentId === null ? null : (
    <CaseInstructions key={incidentId} incidentId={incidentId} viewer={viewer} />
  );
}

function CaseInstructions({ incidentId, viewer }: { incidentId: string; viewer: Viewer }) {
  const { t } = useTranslation('instructions');
  const titleOf = useIncidentTitle();
  const { data, refetch } = useQuery(InstructionsDocument, {
    variables: { incidentId },
    fetchPolicy: 'cache-and-network',
  });
  const asked = useQuery(InstructedIncidentDocument, { variables: { id: incidentId } });
  useInstructionNews(refetch);
  const incident = asked.data?.incident;
  return (
    <Panel raised title={t('title')} onClose={closeInstruct} className={styles.panel}>
      <div className={styles.body} data-instruct={incidentId}>
        <p className={styles.quiet}>
          {incident ? t('about', { title: titleOf(incident.title) }) : ''}
        </p>
        {viewer.permissions.includes('incident.instruct') ? (
          <GiveForm incidentId={incidentId} onGiven={() => void refetch()} />
        ) : null}
        <ul className={styles.list}>
          {(data?.instructions ?? []).map((instruction) => (
            <InstructionLine
              key={instruction.id}
              instruction={instruction}
              onReceived={() => void refetch()}
            />
          ))}
        </ul>
        {data?.instructions.length === 0 ? <p className={styles.quiet}>{t('none')}</p> : null}
      </div>
    </Panel>
  );
}

const phrases = ['handle', 'check', 'press'] as const;

function GiveForm({ incidentId, onGiven }: { incidentId: string; onGiven: () => void }) {
  const { t } = useTranslation('instructions');
  const client = useApolloClient();
  const [text, setText] = useState('');
  const [state, setState] = useState<
    { kind: 'idle' | 'sent' } | { kind: 'refused'; reason: string }
  >({ kind: 'idle' });
  const commandId = useCommandId();
  const give = (kind: InstructionKind, words: string): void => {
    if (words.trim() === '') return;
    const input = { incidentId, kind, text: words };
    client
      .mutate({
        mutation: GiveInstructionDocument,
        variables: { input: { ...input, commandId: commandId.of(input) } },
      })
      .then(() => {
        setText('');
        commandId.done();
        setState({ kind: 'sent' });
        onGiven();
      })
      .catch((error: unknown) => setState({ kind: 'refused', reason: refusalOf(error).reason }));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        give('comment', text);
      }}
    >
      <div className={styles.row}>
        {phrases.map((phrase) => (
          <Button
            key={phrase}
            data-phrase={phrase}
            onClick={() => give('comment', t(`phrases.${phrase}`))}
          >
            {t(`phrases.${phrase}`)}
          </Button>
        ))}
      </div>
      <textarea
        aria-label={t('text')}
        placeholder={t('text')}
        rows={3}
        maxLength={longestInstruction}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give('comment', text);
        }}
      />
      <div className={styles.row}>
        <Button
          type="submit"
          look="solid"
          data-act="comment"
          shortcut="Ctrl ↵"
          disabled={text.trim() === ''}
        >
          {t('comment')}
        </Button>
        <Button
          data-act="assignment"
          disabled={text.trim() === ''}
          onClick={() => give('assignment', text)}
        >
          {t('assignment')}
        </Button>
        {state.kind === 'sent' ? <span role="status">{t('given')}</span> : null}
        {state.kind === 'refused' ? (
          <span role="alert" data-refused={state.reason}>
            {t(`refused.${state.reason}`, { defaultValue: t('refused.other') })}
          </span>
        ) : null}
      </div>
    </form>
  );
}
