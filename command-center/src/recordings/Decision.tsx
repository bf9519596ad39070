import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  DecideViewRequestDocument,
  RevokeViewRequestDocument,
  type ViewRequestFieldsFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { RefusedLine } from './RefusedLine.tsx';
import styles from './Recordings.module.css';

/** For who may decide, and for who may take it back. */
export function Decision({ request }: { request: ViewRequestFieldsFragment }) {
  const { t } = useTranslation('recordings');
  const [note, setNote] = useState('');
  const [decide, decision] = useMutation(DecideViewRequestDocument);
  const [revoke, revocation] = useMutation(RevokeViewRequestDocument);
  const { id, version, decidable, mine, state, applicant } = request;
  const mayRevoke = mine && (state === 'requested' || state === 'approved');
  if (!decidable && !mayRevoke) return null;
  const about = () => ({ commandId: newCommandId(), id, version });
  const said = note.trim();
  // Refusals are shown from the hooks' own errors.
  const answer = (approve: boolean) =>
    void decide({ variables: { ...about(), approve, note: said || null } }).catch(() => undefined);
  const takeBack = () =>
    void revoke({ variables: { ...about(), note: said || t('noNote') } }).catch(() => undefined);
  const consents = applicant !== 'officer';
  return (
    <div className={styles.acts} data-decision>
      <input
        aria-label={t('field.note')}
        placeholder={t('field.note')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {decidable ? (
        <>
          <Button look="solid" disabled={decision.loading} onClick={() => answer(true)}>
            {t(consents ? 'consent' : 'approve')}
          </Button>
          <Button disabled={decision.loading || said === ''} onClick={() => answer(false)}>
            {t('refuse')}
          </Button>
        </>
      ) : null}
      {mayRevoke ? (
        <Button disabled={revocation.loading} onClick={takeBack}>
          {t('revoke')}
        </Button>
      ) : null}
      <RefusedLine error={decision.error ?? revocation.error} />
    </div>
  );
}
