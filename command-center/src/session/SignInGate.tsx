import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { checkSession, sessionStore } from './session.ts';
import { SignIn } from './SignIn.tsx';
import styles from './SignIn.module.css';

/** Shows what lies behind it only to who is signed in. */
export function SignInGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('session');
  const state = useStore(sessionStore, (session) => session.state);
  const ended = useStore(sessionStore, (session) => session.ended);
  switch (state) {
    case 'checking':
      return null;
    case 'in':
      return children;
    case 'out':
      return <SignIn ended={ended} onSignedIn={() => void checkSession()} />;
    case 'unreachable':
      return (
        <main className={styles.page}>
          <div className={styles.form} role="alert">
            <p>{t('unreachable')}</p>
            <Button onClick={() => void checkSession()}>{t('tryAgain')}</Button>
          </div>
        </main>
      );
  }
}
