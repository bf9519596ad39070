import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { longestDutyEntry } from 'grid-data';
import { DutyShiftsDocument, EnterInDutyLogDocument } from '#gis/generated/graphql.ts';
import { useCommandId } from '#gis/use-command-id.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { keepWords, keptWords } from './kept-words.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import styles from './Records.module.css';

const place = 'duty-entry';

/** What a person on duty writes down now; about the case that is open, if wished. */
export function EntryForm({ onWritten }: { onWritten?: () => void }) {
  const { t } = useTranslation('records');
  const id = useId();
  const refusalWords = useRefusalWords();
  const commandId = useCommandId();
  const openCase = useMapModel(({ selection }) =>
    selection?.kind === 'incident' ? selection.id : null,
  );
  const [text, setText] = useState(() => keptWords(place) ?? '');
  const [aboutCase, setAboutCase] = useState(false);
  const [enter, { loading, error }] = useMutation(EnterInDutyLogDocument, {
    refetchQueries: [DutyShiftsDocument],
  });
  const keep = (words: string): void => {
    keepWords(place, words || null);
    setText(words);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const incidentId = aboutCase ? openCase : null;
    const words = { text, incidentId };
    enter({ variables: { ...words, commandId: commandId.of(words) } }).then(
      () => {
        commandId.done();
        keep('');
        onWritten?.();
      },
      () => undefined, // Said below, with all that was written.
    );
  };
  return (
    <form className={styles.form} aria-label={t('log.newEntry')} data-new-entry onSubmit={submit}>
      <label htmlFor={id}>{t('log.newEntry')}</label>
      <textarea
        id={id}
        rows={2}
        required
        maxLength={longestDutyEntry}
        value={text}
        onChange={({ target }) => keep(target.value)}
      />
      <div className={styles.buttons}>
        {openCase ? (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={aboutCase}
              onChange={({ target }) => setAboutCase(target.checked)}
            />
            {t('log.aboutCase')}
          </label>
        ) : null}
        <Button look="solid" type="submit" disabled={loading}>
          {t('log.write')}
        </Button>
      </div>
      {error ? (
        <p className={styles.refused} role="alert">
          {refusalWords(error)}
        </p>
      ) : null}
    </form>
  );
}
