import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  DutiesNowDocument,
  SignInForDutyDocument,
  SignOutOfDutyDocument,
  ViewerDocument,
  type DutyFieldsFragment,
} from '#gis/generated/graphql.ts';
import { newCommandId } from '#gis/command-id.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { rosterOf, type DutyPostName } from './duty-roster.ts';
import styles from './DutyDialog.module.css';

/** Signs the viewer in or out as the one who answers at the center of the viewer's area. */
export function DutyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('duty');
  const dialog = useRef<HTMLDialogElement>(null);
  const { viewer } = useViewer();
  const areaCode = viewer?.area.code ?? null;
  const { data } = useQuery(DutiesNowDocument, { variables: { areaCode } });
  const { change, refusal } = useDutyChange();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onClose}>
      <h2 className={styles.title}>{t('title', { center: viewer?.area.name ?? '' })}</h2>
      <p className={styles.meaning}>{t('meaning')}</p>
      {rosterOf(data?.duties ?? []).map(({ post, duties }) => (
        <div key={post} className={styles.row} data-post={post}>
          <span>{t(`post.${post}`)}</span>
          <span className={styles.who}>
            {duties.length === 0 ? t('nobody') : null}
            {duties.map((duty) => (
              <span key={duty.id}>
                {duty.displayName} <ClockTime at={new Date(duty.signedInAt)} seconds={false} />
              </span>
            ))}
          </span>
          <DutyButton
            post={post}
            own={duties.find((duty) => duty.userId === viewer?.userId)}
            change={change}
          />
        </div>
      ))}
      <p className={styles.refusal} role="alert">
        {refusal ? t(`refused.${refusal.reason}`, { defaultValue: refusal.message }) : null}
      </p>
      <form method="dialog">
        <Button type="submit">{t('done')}</Button>
      </form>
    </dialog>
  );
}

type Change = { signIn: (post: DutyPostName) => void; signOut: (dutyId: string) => void };

function DutyButton(props: {
  post: DutyPostName;
  own: DutyFieldsFragment | undefined;
  change: Change;
}) {
  const { t } = useTranslation('duty');
  const { post, own, change } = props;
  return own ? (
    <Button onClick={() => change.signOut(own.id)}>{t('signOut')}</Button>
  ) : (
    <Button look="solid" onClick={() => change.signIn(post)}>
      {t('signIn')}
    </Button>
  );
}

function useDutyChange() {
  const again = { refetchQueries: [DutiesNowDocument, ViewerDocument] };
  const [signIn, signedIn] = useMutation(SignInForDutyDocument, again);
  const [signOut, signedOut] = useMutation(SignOutOfDutyDocument, again);
  const [last, setLast] = useState<'in' | 'out'>('in');
  const error = last === 'in' ? signedIn.error : signedOut.error;
  const change: Change = {
    signIn: (post) => {
      setLast('in');
      // The refusal is shown from the hook's own error.
      signIn({ variables: { commandId: newCommandId(), post } }).catch(() => {});
    },
    signOut: (dutyId) => {
      setLast('out');
      signOut({ variables: { commandId: newCommandId(), dutyId } }).catch(() => {});
    },
  };
  return { change, refusal: error ? refusalOf(error) : null };
}
