import { useState } from 'react';
import { Footprints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { dutyWatch } from '../field-parts.ts';
import { Sheet } from '../ui/Sheet.tsx';
import type { DutyState } from './duty-watch.ts';
import { OwnWay } from './OwnWay.tsx';
import styles from './Duty.module.css';

/** Whether this phone says where it is, on every page and at a glance. */
export function DutyButton() {
  const { t } = useTranslation('field');
  const [open, setOpen] = useState(false);
  const state = useStore(dutyWatch.state, (whole) => whole);
  const on = state.duty !== null;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-duty={on ? 'on' : 'off'}
        onClick={() => setOpen(true)}
      >
        <Footprints size="1.3em" aria-hidden />
        {t(on ? 'duty.on' : 'duty.off')}
      </button>
      {open ? <DutySheet state={state} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DutySheet({ state, onClose }: { state: DutyState; onClose: () => void }) {
  const { t, i18n } = useTranslation('field');
  const [busy, setBusy] = useState(false);
  const { duty, ending, trouble, refused } = state;
  const act = async (work: Promise<void>): Promise<void> => {
    setBusy(true);
    await work;
    setBusy(false);
  };
  const time = (at: string) => clockWords(new Date(at), 'minutes', i18n.language);
  return (
    <Sheet title={t('duty.title')} onClose={onClose}>
      <div className={styles.sheet}>
        {duty ? (
          <p data-duty-since>
            {t('duty.since', { from: time(duty.startedAt), until: time(duty.endsAt) })}
          </p>
        ) : null}
        {duty ? <OwnWay points={state.walked} /> : null}
        <ul className={styles.notice}>
          {(['what', 'when', 'who', 'long', 'open'] as const).map((point) => (
            <li key={point}>{t(`duty.notice.${point}`)}</li>
          ))}
        </ul>
        {trouble ? <p role="alert">{t(`place.${trouble}`)}</p> : null}
        {ending ? <p role="status">{t('duty.ending')}</p> : null}
        {refused ? (
          <p role="alert">{t(refused === 'on-leave' ? 'duty.onLeave' : 'duty.notStarted')}</p>
        ) : null}
        <button
          type="button"
          data-act={duty ? 'end-duty' : 'start-duty'}
          className={styles.act}
          disabled={busy || ending}
          onClick={() => void act(duty ? dutyWatch.end() : dutyWatch.start())}
        >
          {t(duty ? 'duty.end' : 'duty.start')}
        </button>
      </div>
    </Sheet>
  );
}
