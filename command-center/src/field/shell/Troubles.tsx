import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignIn } from '#session/SignIn.tsx';
import { useStore } from '#ui/create-store.ts';
import { outbox, serverClock, signedIn, workerSession } from '../field-parts.ts';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Shell.module.css';

/** Below that a photo of the next hour may not find room. */
const leastFreeBytes = 30 * 1024 * 1024;

/** What is wrong with the phone or the session, said plainly while work goes on. */
export function Troubles() {
  const { t } = useTranslation('field');
  const [signing, setSigning] = useState(false);
  const { expired, line } = useStore(workerSession.state, (state) => state);
  const refused = useStore(
    outbox.state,
    ({ entries }) => entries.filter(({ state }) => state === 'refused').length,
  );
  const full = useStorageFull();
  const minutes = Math.round(serverClock.offsetMs / 60_000);
  const done = (password: string): void => {
    setSigning(false);
    void signedIn(password);
  };
  return (
    <div className={styles.troubles}>
      {expired ? (
        <p role="alert" data-trouble="signed-out">
          {t('trouble.signedOut')}
          <button type="button" onClick={() => setSigning(true)}>
            {t('session:signIn')}
          </button>
        </p>
      ) : null}
      {line === 'server-trouble' ? (
        <p role="status" data-trouble="server">
          {t('trouble.server')}
        </p>
      ) : null}
      {serverClock.isWrong ? (
        <p role="status" data-trouble="clock">
          {t(minutes > 0 ? 'trouble.clockSlow' : 'trouble.clockFast', {
            minutes: Math.abs(minutes),
          })}
        </p>
      ) : null}
      {full ? (
        <p role="alert" data-trouble="storage">
          {t('trouble.storage')}
        </p>
      ) : null}
      {refused > 0 ? (
        <p role="alert" data-trouble="refused">
          {t('trouble.refused', { count: refused })}
        </p>
      ) : null}
      {signing ? (
        <Sheet title={t('session:signIn')} onClose={() => setSigning(false)}>
          <SignIn ended onSignedIn={done} />
        </Sheet>
      ) : null}
    </div>
  );
}

/** The phone's word on what is left; looked at anew whenever something was kept. */
function useStorageFull(): boolean {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = (): void => {
      navigator.storage?.estimate().then(
        ({ quota = Infinity, usage = 0 }) => setFull(quota - usage < leastFreeBytes),
        () => undefined, // a phone that does not say: a full one is told when keeping fails
      );
    };
    look();
    return outbox.state.subscribe(look);
  }, []);
  return full;
}
