import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useNow } from '#ui/use-now.ts';
import { switchLanguage } from '#words/i18n.ts';
import { signIn, type SignInAnswer } from './session-request.ts';
import styles from './SignIn.module.css';

type Refused = Extract<SignInAnswer, { signedIn: false }> & { at: number };

type SignInProps = {
  /** With the password that was right. */
  onSignedIn: (password: string) => void;
  /** The server ended the session while it was in use. */
  ended: boolean;
};

/** The address stays as it was, so that signing in again leads back to the same place on the map. */
export function SignIn({ onSignedIn, ended }: SignInProps) {
  const { t } = useTranslation('session');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const waitSeconds = useWaitSeconds(refused);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    setBusy(true);
    const given = text(fields, 'password');
    const answer = await signIn(text(fields, 'name').trim(), given);
    setBusy(false);
    if (answer.signedIn) {
      onSignedIn(given);
      return;
    }
    setRefused({ ...answer, at: Date.now() });
    const password = form.elements.namedItem('password');
    if (password instanceof HTMLInputElement) password.select();
  };

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <h1 className={styles.product}>{t('product')}</h1>
        <p className={styles.tagline}>{t('tagline')}</p>
        <label className={styles.field}>
          {t('name')}
          <input name="name" autoComplete="username" autoFocus required maxLength={40} />
        </label>
        <label className={styles.field}>
          {t('password')}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <Button type="submit" look="solid" disabled={busy || waitSeconds > 0}>
          {waitSeconds > 0 ? t('wait', { seconds: waitSeconds }) : t('signIn')}
        </Button>
        <p className={styles.refusal} role="alert" data-reason={refused?.reason}>
          {refused && !waitIsOver(refused, waitSeconds)
            ? t(`refused.${refused.reason}`, { seconds: waitSeconds })
            : ended
              ? t('ended')
              : null}
        </p>
        <p className={styles.foot}>
          {t('registered')}
          <Button look="plain" onClick={() => void switchLanguage()}>
            {t('otherLanguage')}
          </Button>
        </p>
      </form>
    </main>
  );
}

const waitIsOver = (refused: Refused, waitSeconds: number) =>
  refused.reason === 'too-many-attempts' && waitSeconds === 0;

function text(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

function useWaitSeconds(refused: Refused | null): number {
  const now = useNow();
  if (refused?.reason !== 'too-many-attempts') return 0;
  return Math.max(0, Math.ceil((refused.at + refused.retryAfterSeconds * 1000 - now) / 1000));
}
