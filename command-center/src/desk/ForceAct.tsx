import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { departmentStates, incidentStates } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import { ForceIncidentDocument, type CaseFileFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { MoveRefusal } from './MoveRefusal.tsx';
import { emptyDraft } from './move-draft.ts';
import styles from './CaseMoves.module.css';

/** A leader's act outside the table of moves: apart from the others, with a reason that the auditor reads. */
export function ForceAct({ incident }: { incident: CaseFileFragment }) {
  const { t } = useTranslation('desk');
  const ids = { to: useId(), note: useId() };
  const [isOpen, setIsOpen] = useState(false);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [send, { error, loading, reset }] = useMutation(ForceIncidentDocument);
  const { id, version, state } = incident;
  // The archive is read only, and a merge is undone before anything else is done.
  if (state === 'archived' || incident.mergedInto) return null;
  const drop = (): void => {
    reset();
    setIsOpen(false);
    setTo('');
    setNote('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send({ variables: { commandId: newCommandId(), id, version, to, note: note.trim() } }).then(
      drop,
      () => undefined, // Said below, with all that was written.
    );
  };
  if (!isOpen) {
    return (
      <p>
        <Button look="plain" data-force onClick={() => setIsOpen(true)}>
          {t('force.open')}
        </Button>
      </p>
    );
  }
  return (
    <form className={styles.force} aria-label={t('move.forced')} onSubmit={submit}>
      <p className={styles.refused}>{t('force.warning')}</p>
      <div className={styles.field}>
        <label htmlFor={ids.to}>{t('force.to')}</label>
        <select
          id={ids.to}
          required
          autoFocus
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          <option value="">{t('choose')}</option>
          {incidentStates
            .filter((each) => each !== state && each !== 'archived')
            .filter((each) => incident.departmentCode || !departmentStates.includes(each))
            .map((each) => (
              <option key={each} value={each}>
                {t(`incidents:state.${each}`)}
              </option>
            ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={ids.note}>{t('need.note')}</label>
        <textarea
          id={ids.note}
          rows={2}
          required
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className={styles.buttons}>
        <Button look="solid" type="submit" disabled={loading}>
          {t('take', { move: t('move.forced') })}
        </Button>
        <Button onClick={drop}>{t('drop')}</Button>
      </div>
      {error ? (
        <MoveRefusal error={error} given={version} asked={{ ...emptyDraft('forced'), note }} />
      ) : null}
    </form>
  );
}
