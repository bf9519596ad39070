import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { cityComponentStates } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  SetCityComponentStateDocument,
  type CityComponentShownFragment,
} from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './StateControl.module.css';

type StateControlProps = {
  shown: Pick<CityComponentShownFragment, 'code' | 'state' | 'version'>;
  /** Somebody was faster: what it is now is asked for. */
  onStale: () => void;
};

/** How the component is, said by whoever accepts cases in its area; the figure of what is intact follows. */
export function StateControl({ shown, onStale }: StateControlProps) {
  const { t } = useTranslation('city-components');
  const { viewer } = useViewer();
  const failureWords = useFailureWords();
  const [state, setState] = useState(shown.state);
  const [note, setNote] = useState('');
  const [send, { loading, error }] = useMutation(SetCityComponentStateDocument);
  const ids = { state: useId(), note: useId() };
  if (!viewer?.permissions.includes('incident.accept')) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { code, version } = shown;
    const said = note.trim() === '' ? null : note.trim();
    send({ variables: { commandId: newCommandId(), code, version, state, note: said } }).then(
      () => setNote(''),
      (cause: unknown) => {
        // Said below; what was chosen and written stays for who has seen what it is now.
        if (refusalOf(cause).reason === 'version-conflict') onStale();
      },
    );
  };
  const reason = error ? refusalOf(error).reason : null;
  return (
    <form className={styles.form} data-component-state={shown.state} onSubmit={submit}>
      <label htmlFor={ids.state}>{t('change.state')}</label>
      <select id={ids.state} value={state} onChange={(event) => setState(event.target.value)}>
        {cityComponentStates.map((each) => (
          <option key={each} value={each}>
            {t(`states.${each}`)}
          </option>
        ))}
      </select>
      <label htmlFor={ids.note}>{t('change.note')}</label>
      <input
        id={ids.note}
        autoComplete="off"
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" disabled={loading || state === shown.state}>
        {t('change.write')}
      </Button>
      {error ? (
        <p className={styles.refused} role="alert">
          {reason === 'version-conflict' ? t('change.stale') : failureWords(error)}
        </p>
      ) : null}
    </form>
  );
}
