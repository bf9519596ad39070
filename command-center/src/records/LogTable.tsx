import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { StrikeDutyLogLineDocument, type ShiftInFullFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import styles from './Records.module.css';

type Line = ShiftInFullFragment['lines'][number];
type LogTableProps = { lines: readonly Line[]; onCase: (incidentId: string) => void };

/** The lines of a shift, as they came; what was struck out can still be read. */
export function LogTable({ lines, onCase }: LogTableProps) {
  const { t } = useTranslation('records');
  if (lines.length === 0) return <p className={styles.quiet}>{t('log.nothing')}</p>;
  return (
    <table className={styles.table} data-lines={lines.length}>
      <thead>
        <tr>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.what')}</th>
          <th scope="col">{t('column.by')}</th>
          <th scope="col">{t('column.words')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LogLine key={line.id} of={line} onCase={onCase} />
        ))}
      </tbody>
    </table>
  );
}

function LogLine({ of: line, onCase }: { of: Line; onCase: (incidentId: string) => void }) {
  const { t, i18n } = useTranslation('records');
  const titleOf = useIncidentTitle();
  const { incidentId, caseName, grade, post, text, struckAt, struckBy, struckFor } = line;
  const words = [grade ? t('log.grade', { grade }) : null, post ? t(`post.${post}`) : null, text];
  return (
    <tr data-line={line.kind} data-struck={Boolean(struckAt)}>
      <td>{clockWords(new Date(line.at), 'dayMinutes', i18n.language)}</td>
      <td>{t(`kind.${line.kind}`)}</td>
      <td>{line.by === 'system' ? t('log.house') : line.by}</td>
      <td>
        {incidentId && caseName ? (
          <>
            <Button look="plain" onClick={() => onCase(incidentId)}>
              {titleOf(caseName)}
            </Button>{' '}
          </>
        ) : null}
        <span className={styles.words}>{words.filter(Boolean).join(' · ')}</span>
        {struckAt ? (
          <span className={styles.quiet}>
            {' '}
            {t('log.struck', { name: struckBy ?? '', reason: struckFor ?? '' })}
          </span>
        ) : null}
        {line.mayStrike ? <Strike id={line.id} /> : null}
      </td>
    </tr>
  );
}

function Strike({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const refusalWords = useRefusalWords();
  const [reason, setReason] = useState<string | null>(null);
  const [strike, { loading, error }] = useMutation(StrikeDutyLogLineDocument);
  if (reason === null) {
    return (
      <Button look="plain" data-strike onClick={() => setReason('')}>
        {t('log.strike')}
      </Button>
    );
  }
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    // The refusal is shown from the hook's own error.
    strike({ variables: { commandId: newCommandId(), id, reason } }).catch(() => {});
  };
  return (
    <form className={styles.buttons} onSubmit={submit}>
      <input
        aria-label={t('log.strikeFor')}
        placeholder={t('log.strikeFor')}
        required
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button type="submit" disabled={loading}>
        {t('log.strike')}
      </Button>
      {error ? (
        <span className={styles.refused} role="alert">
          {refusalWords(error)}
        </span>
      ) : null}
    </form>
  );
}
