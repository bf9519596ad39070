import { useState } from 'react';
import { CloudOff, CloudUpload, Cloud, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { switchLanguage } from '#words/i18n.ts';
import { DutyButton } from '../duty/DutyButton.tsx';
import { dutyWatch, outbox, workerSession } from '../field-parts.ts';
import type { Worker } from '../session/worker-session.ts';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Shell.module.css';

/** Whose phone this is, and whether what was written has gone. */
export function TopLine({ worker, onUnsent }: { worker: Worker; onUnsent: () => void }) {
  const { t } = useTranslation('field');
  const [open, setOpen] = useState(false);
  const line = useStore(workerSession.state, (state) => state.line);
  const unsent = useStore(
    outbox.state,
    ({ entries }) =>
      entries.filter(({ state, body }) => state !== 'sent' && body.kind !== 'photo').length,
  );
  const Icon = line === 'gone' ? CloudOff : unsent > 0 ? CloudUpload : Cloud;
  return (
    <header className={styles.top}>
      <button type="button" className={styles.who} onClick={() => setOpen(true)}>
        <strong>{worker.displayName}</strong>
        <span>{worker.area.name}</span>
      </button>
      <DutyButton />
      <button
        type="button"
        className={styles.unsent}
        data-unsent={unsent}
        data-line={line}
        onClick={onUnsent}
      >
        <Icon size="1.3em" aria-hidden />
        {unsent > 0 ? t('unsent', { count: unsent }) : t(line === 'gone' ? 'noLine' : 'allSent')}
      </button>
      {open ? <AccountSheet worker={worker} onClose={() => setOpen(false)} /> : null}
    </header>
  );
}

function AccountSheet({ worker, onClose }: { worker: Worker; onClose: () => void }) {
  const { t } = useTranslation('field');
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    // Nobody is followed who is not signed in.
    if (dutyWatch.state.get().duty !== null) await dutyWatch.end();
    if (await workerSession.signOut()) onClose();
    else setFailed(true);
  };
  return (
    <Sheet title={worker.displayName} onClose={onClose}>
      <div className={styles.account}>
        <p>
          {worker.name} · {worker.area.name}
        </p>
        <button type="button" onClick={() => void switchLanguage()}>
          {t('session:otherLanguage')}
        </button>
        <button type="button" onClick={() => void leave()}>
          <LogOut size="1.2em" aria-hidden />
          {t('session:signOut')}
        </button>
        <p className={styles.note}>{t('outboxStays')}</p>
        {failed ? <p role="alert">{t('session:signOutFailed')}</p> : null}
      </div>
    </Sheet>
  );
}
