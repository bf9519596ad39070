import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { gisClient } from '#gis/client.ts';
import {
  AccountsDocument,
  CloseAccountDocument,
  MoveAccountDocument,
  ResetAccountDocument,
  type AccountFieldsFragment,
} from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { passwordFaults, placeFaults } from './account-draft.ts';
import { Field } from './Field.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { RefusalLine } from './RefusalLine.tsx';
import { VersionConflict } from './VersionConflict.tsx';
import styles from './AccountsPage.module.css';

type Edited = { account: AccountFieldsFragment };

const asked = { refetchQueries: [AccountsDocument] };

/** After a refusal the list is asked for again, so that the row beside the form is what holds now. */
async function showWhatHolds(): Promise<null> {
  await gisClient.refetchQueries({ include: [AccountsDocument] });
  return null;
}

export function AccountEditor({ account }: Edited) {
  return (
    <div className={styles.editor}>
      <MoveForm account={account} />
      <ResetForm account={account} />
      <CloseForm account={account} />
    </div>
  );
}

function MoveForm({ account }: Edited) {
  const { t } = useTranslation('accounts');
  const [place, setPlace] = useState({
    role: account.role,
    areaCode: account.area.code,
    departmentCode: account.departmentCode ?? '',
  });
  // The version this form was opened on: what came after it is a conflict, not a surprise.
  const [version, setVersion] = useState(account.version);
  const [move, { error, loading, data }] = useMutation(MoveAccountDocument, asked);
  const faults = placeFaults(place);
  const send = async (onVersion: number) => {
    const departmentCode = place.departmentCode.trim() || null;
    const ids = { commandId: newCommandId(), id: account.id, version: onVersion };
    const done = await move({ variables: { ...ids, ...place, departmentCode } }).catch(
      showWhatHolds,
    );
    if (done?.data) setVersion(done.data.moveAccount.version);
  };
  const refusal = error ? refusalOf(error) : null;
  return (
    <EditForm title="move" done={Boolean(data)} onSubmit={() => void send(version)}>
      <PlaceFields
        place={place}
        faults={faults}
        onChange={(part) => setPlace((before) => ({ ...before, ...part }))}
      />
      <Button type="submit" look="solid" disabled={loading || faults.length > 0}>
        {t('move')}
      </Button>
      {refusal?.reason === 'version-conflict' && account.version !== version ? (
        <VersionConflict
          theirs={account}
          mine={place}
          onKeepMine={() => void send(account.version)}
        />
      ) : (
        <RefusalLine refusal={refusal} />
      )}
    </EditForm>
  );
}

function ResetForm({ account }: Edited) {
  const { t } = useTranslation('accounts');
  const [password, setPassword] = useState('');
  const [reset, { error, loading, data }] = useMutation(ResetAccountDocument, asked);
  const send = async () => {
    const ids = { commandId: newCommandId(), id: account.id, version: account.version };
    const done = await reset({ variables: { ...ids, password } }).catch(showWhatHolds);
    if (done?.data) setPassword('');
  };
  const short = passwordFaults(password)[0]?.reason;
  return (
    <EditForm title="reset" done={Boolean(data)} onSubmit={() => void send()}>
      <Field name="password" fault={password === '' ? undefined : short}>
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="solid" disabled={loading || short !== undefined}>
        {t('reset')}
      </Button>
      <RefusalLine refusal={error ? refusalOf(error) : null} />
    </EditForm>
  );
}

function CloseForm({ account }: Edited) {
  const { t } = useTranslation('accounts');
  const [sure, setSure] = useState(false);
  const [close, { error, loading, data }] = useMutation(CloseAccountDocument, asked);
  const send = () => {
    const ids = { commandId: newCommandId(), id: account.id, version: account.version };
    close({ variables: ids }).catch(showWhatHolds);
  };
  return (
    <EditForm title="close" done={Boolean(data)} onSubmit={send}>
      <label className={styles.sure}>
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t('closeMeans', { name: account.displayName })}
      </label>
      <Button type="submit" disabled={!sure || loading}>
        {t('close')}
      </Button>
      <RefusalLine refusal={error ? refusalOf(error) : null} />
    </EditForm>
  );
}

type EditFormProps = { title: string; done: boolean; onSubmit: () => void; children: ReactNode };

function EditForm({ title, done, onSubmit, children }: EditFormProps) {
  const { t } = useTranslation('accounts');
  return (
    <form
      className={styles.edit}
      data-edit={title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h3>
        {t(title)} {done ? <span role="status">{t('done')}</span> : null}
      </h3>
      {children}
    </form>
  );
}
