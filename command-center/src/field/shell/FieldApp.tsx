import { SignIn } from '#session/SignIn.tsx';
import { useStore } from '#ui/create-store.ts';
import { useTranslation } from 'react-i18next';
import { idleLock, signedIn, workerSession } from '../field-parts.ts';
import { LockScreen } from '../lock/LockScreen.tsx';
import { FieldHome } from './FieldHome.tsx';
import styles from './Shell.module.css';

/** Opens for whom the phone knows, with or without a line. */
export function FieldApp() {
  const { t } = useTranslation('field');
  const locked = useStore(idleLock.state, (lock) => lock.locked);
  const { state, worker } = useStore(workerSession.state, (session) => session);
  switch (state) {
    case 'checking':
      return null;
    case 'out':
      return <SignIn ended={false} onSignedIn={(password) => void signedIn(password)} />;
    case 'unreachable':
      return (
        <main className={styles.alone} role="alert">
          <p>{t('neverSignedIn')}</p>
          <button type="button" onClick={() => void workerSession.check()}>
            {t('tryAgain')}
          </button>
        </main>
      );
    case 'in':
      if (worker === null) return null;
      return locked ? <LockScreen worker={worker} /> : <FieldHome worker={worker} />;
  }
}
