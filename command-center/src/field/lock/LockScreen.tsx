import { useState, type FormEvent } from 'react';
import { Lock, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { idleLock, sendNow } from '../field-parts.ts';
import type { Worker } from '../session/worker-session.ts';
import fieldStyles from '../ui/Field.module.css';
import cases from '../cases/Cases.module.css';
import type { UnlockAnswer } from './idle-lock.ts';
import styles from './Lock.module.css';

/** Nothing of the work is seen until the password is given; help can be called all the same. */
export function LockScreen({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const [said, setSaid] = useState<Exclude<UnlockAnswer, 'open'> | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const password = new FormData(form).get('password');
    if (typeof password !== 'string') return;
    setBusy(true);
    const answer = await idleLock.unlock(worker, password);
    setBusy(false);
    if (answer === 'open') return sendNow();
    setSaid(answer);
    form.reset();
  };
  return (
    <main className={styles.lock} data-locked>
      <Lock size="2.4em" aria-hidden />
      <h1>{worker.displayName}</h1>
      <p>{t('lock.why')}</p>
      <form className={cases.form} onSubmit={(event) => void submit(event)}>
        <div className={fieldStyles.field}>
          <label htmlFor="unlock">{t('session:password')}</label>
          <input
            id="unlock"
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        </div>
        {said ? (
          <p role="alert" data-said={said}>
            {t(`lock.said.${said}`)}
          </p>
        ) : null}
        <button type="submit" className={cases.take} disabled={busy}>
          {t('lock.open')}
        </button>
      </form>
      <p className={styles.quiet}>{t('lock.kept')}</p>
      <a className={styles.phone} href="tel:110">
        <Phone size="1.2em" aria-hidden />
        {t('help.phone')}
      </a>
    </main>
  );
}
