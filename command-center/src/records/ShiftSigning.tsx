import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { longestShiftSummary } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  DutyShiftsDocument,
  HandOverShiftDocument,
  TakeOverShiftDocument,
  type ShiftInFullFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import styles from './Records.module.css';

type SigningProps = { of: ShiftInFullFragment; onHandingOver: () => void };

/** 交接班: two persons sign, and from the first signature on nothing of the shift changes. */
export function ShiftSigning({ of: shift, onHandingOver }: SigningProps) {
  const { t, i18n } = useTranslation('records');
  const refusalWords = useRefusalWords();
  const again = { refetchQueries: [DutyShiftsDocument] };
  const [take, taken] = useMutation(TakeOverShiftDocument, again);
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  const { handedOverAt, handedOverBy, takenOverAt, takenOverBy, summary, sha256 } = shift;
  if (!handedOverAt)
    return shift.mayHandOver ? <HandOver id={shift.id} onDone={onHandingOver} /> : null;
  return (
    <section className={styles.signed} data-signed={Boolean(takenOverAt)}>
      <h4>{t('log.handover')}</h4>
      {summary ? <p className={styles.words}>{summary}</p> : null}
      <p>{t('log.handedOver', { name: handedOverBy ?? '', at: time(handedOverAt) })}</p>
      {takenOverAt ? (
        <p>{t('log.takenOver', { name: takenOverBy ?? '', at: time(takenOverAt) })}</p>
      ) : (
        <p className={styles.waits}>{t('log.notTaken')}</p>
      )}
      <p className={styles.hash}>SHA-256 {sha256}</p>
      {shift.mayTakeOver ? (
        <p>
          <Button
            look="solid"
            disabled={taken.loading}
            data-take-over
            onClick={() => {
              // The refusal is shown from the hook's own error.
              take({ variables: { commandId: newCommandId(), id: shift.id } }).catch(() => {});
            }}
          >
            {t('log.take')}
          </Button>
        </p>
      ) : null}
      {taken.error ? (
        <p className={styles.refused} role="alert">
          {refusalWords(taken.error)}
        </p>
      ) : null}
    </section>
  );
}

function HandOver({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('records');
  const fieldId = useId();
  const refusalWords = useRefusalWords();
  const [summary, setSummary] = useState('');
  const [handOver, { loading, error }] = useMutation(HandOverShiftDocument, {
    refetchQueries: [DutyShiftsDocument],
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Before the list is asked anew: it begins with the next shift. A refusal is shown from the hook's own error.
    onDone();
    handOver({ variables: { commandId: newCommandId(), id, summary } }).catch(() => {});
  };
  return (
    <form className={styles.form} aria-label={t('log.handover')} data-hand-over onSubmit={submit}>
      <label htmlFor={fieldId}>{t('log.summary')}</label>
      <textarea
        id={fieldId}
        rows={2}
        maxLength={longestShiftSummary}
        value={summary}
        onChange={({ target }) => setSummary(target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={loading}>
          {t('log.handOver')}
        </Button>
        <span className={styles.quiet}>{t('log.handOverMeans')}</span>
      </div>
      {error ? (
        <p className={styles.refused} role="alert">
          {refusalWords(error)}
        </p>
      ) : null}
    </form>
  );
}
