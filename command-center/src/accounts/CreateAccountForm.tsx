import { useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CreateAccountDocument } from '#gis/generated/graphql.ts';
import { useCommandId } from '#gis/use-command-id.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { emptyDraft, faultsOf, type AccountDraft } from './account-draft.ts';
import { Field } from './Field.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { RefusalLine } from './RefusalLine.tsx';
import styles from './AccountsPage.module.css';

const typed = [
  { field: 'name', type: 'text' },
  { field: 'displayName', type: 'text' },
  { field: 'password', type: 'password' },
] as const;

export function CreateAccountForm({ onCreated }: { onCreated: () => void }) {
  const { t } = useTranslation('accounts');
  const commandId = useCommandId();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
  const [create, { error, loading }] = useMutation(CreateAccountDocument);
  const faults = tried ? faultsOf(draft) : [];
  // A browser that fills in several fields at once changes each from what stood before.
  const change = (part: Partial<AccountDraft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faultsOf(draft).length > 0) return;
    const departmentCode = draft.departmentCode.trim() || null;
    // A refusal is shown from the hook's own error.
    const done = await create({
      variables: { input: { ...draft, departmentCode, commandId: commandId.of(draft) } },
    }).catch(() => null);
    if (done?.data) onCreated();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {typed.map(({ field, type }) => (
        <Field key={field} name={field} fault={faults.find((each) => each.field === field)?.reason}>
          {(control) => (
            <input
              {...control}
              type={type}
              autoComplete={type === 'password' ? 'new-password' : 'off'}
              value={draft[field]}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <PlaceFields place={draft} faults={faults} onChange={change} />
      <div className={styles.acts}>
        <Button type="submit" look="solid" disabled={loading}>
          {t('create')}
        </Button>
        <RefusalLine refusal={error ? refusalOf(error) : null} />
      </div>
    </form>
  );
}
