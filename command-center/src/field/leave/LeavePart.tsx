import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { FieldLeavesDocument, type FieldLeavesQuery } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import cases from '../cases/Cases.module.css';
import { outbox, sendNow } from '../field-parts.ts';
import type { EntryBody } from '../outbox/outbox-entry.ts';
import type { Worker } from '../session/worker-session.ts';
import { TextField } from '../ui/TextField.tsx';
import fieldStyles from '../ui/Field.module.css';
import { useAsked } from '../use-asked.ts';
import { dayOf, fromNowOn, stretchOf } from './leave-days.ts';
import styles from './Leave.module.css';

type Leave = FieldLeavesQuery['myLeaves'][number];

/** 请假 and 代班: what runs and what is asked; asked for by two days, a name and a word. */
export function LeavePart({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const asked = useAsked('leaves', FieldLeavesDocument, {});
  const [lost, setLost] = useState(false);
  const entries = useStore(outbox.state, (state) => state.entries);
  const waiting = entries.filter(
    ({ body, state }) => (body.kind === 'leave' || body.kind === 'leave-back') && state !== 'sent',
  );
  const keep = async (title: string, body: EntryBody): Promise<boolean> => {
    const entry = { id: newCommandId(), userId: worker.userId, title, needs: [], body };
    const kept = await outbox.keep([entry]);
    setLost(!kept.kept);
    if (kept.kept) void sendNow().then(asked.refresh);
    return kept.kept;
  };
  return (
    <section className={cases.list} aria-label={t('leave.title')} data-leave>
      <header className={cases.head}>
        <h2>{t('leave.title')}</h2>
      </header>
      {asked.value === null ? (
        <p className={cases.none}>{t(asked.failed ? 'notKnown' : 'loading')}</p>
      ) : null}
      <ul>
        {(asked.value?.myLeaves ?? []).map((leave) => (
          <LeaveRow
            key={leave.id}
            of={leave}
            onBack={() =>
              void keep(t('leave.back'), { kind: 'leave-back', leaveId: leave.id, photos: [] })
            }
          />
        ))}
        {waiting.map(({ seq, title }) => (
          <li key={seq} className={cases.pending}>
            {t('cases.pending', { title })}
          </li>
        ))}
      </ul>
      {lost ? <p role="alert">{t('report.said.storage-full')}</p> : null}
      {asked.value ? (
        <AskForm
          substitutes={asked.value.mySubstitutes}
          onAsk={(words) => keep(t('leave.ask'), { kind: 'leave', ...words, photos: [] })}
        />
      ) : null}
    </section>
  );
}

function LeaveRow({ of, onBack }: { of: Leave; onBack: () => void }) {
  const { t, i18n } = useTranslation('field');
  const [sure, setSure] = useState(false);
  const { id, by, substitute, standsIn, fromAt, toAt, reason, state, decidedBy, note } = of;
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  return (
    <li className={styles.leave} data-leave-row={id} data-state={state} data-stands-in={standsIn}>
      <strong>
        {standsIn ? t('leave.standsIn', { name: by }) : t('leave.by', { name: substitute })}
      </strong>
      <span>{t(`leave.state.${state}`)}</span>
      <span className={cases.where}>
        {time(fromAt)} – {time(toAt)}
        {decidedBy ? ` · ${decidedBy}` : ''}
      </span>
      {reason ? <p className={cases.where}>{reason}</p> : null}
      {note ? <p className={cases.where}>{note}</p> : null}
      {!standsIn && (state === 'asked' || state === 'granted') ? (
        <button type="button" onClick={() => (sure ? onBack() : setSure(true))}>
          {t(sure ? 'leave.backSure' : 'leave.back')}
        </button>
      ) : null}
    </li>
  );
}

type AskWords = { substituteId: string; fromAt: string; toAt: string; reason: string };
type AskFormProps = {
  substitutes: FieldLeavesQuery['mySubstitutes'];
  onAsk: (words: AskWords) => Promise<boolean>;
};

function AskForm({ substitutes, onAsk }: AskFormProps) {
  const { t } = useTranslation('field');
  const id = useId();
  const [today] = useState(() => dayOf(new Date()));
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [substituteId, setSubstituteId] = useState(
    () => substitutes.find(({ sameCell }) => sameCell)?.userId ?? '',
  );
  const [reason, setReason] = useState('');
  const stretch = stretchOf(from, to);
  const complete = stretch !== null && substituteId !== '' && reason.trim() !== '';
  const ask = async (): Promise<void> => {
    if (stretch === null) return;
    const words = { ...fromNowOn(stretch, Date.now()), substituteId, reason: reason.trim() };
    if (await onAsk(words)) setReason('');
  };
  return (
    <form
      className={cases.form}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <div className={styles.days}>
        <div className={fieldStyles.field}>
          <label htmlFor={`${id}-from`}>{t('leave.from')}</label>
          <input
            id={`${id}-from`}
            type="date"
            min={today}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </div>
        <div className={fieldStyles.field}>
          <label htmlFor={`${id}-to`}>{t('leave.to')}</label>
          <input
            id={`${id}-to`}
            type="date"
            min={from}
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </div>
      </div>
      <div className={`${fieldStyles.field} ${styles.substitute}`}>
        <label htmlFor={`${id}-substitute`}>{t('leave.substitute')}</label>
        <select
          id={`${id}-substitute`}
          value={substituteId}
          onChange={({ target }) => setSubstituteId(target.value)}
        >
          <option value="" />
          {substitutes.map(({ userId, displayName, sameCell }) => (
            <option key={userId} value={userId}>
              {sameCell ? t('leave.sameCell', { name: displayName }) : displayName}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={t('leave.reason')}
        rows={1}
        maxLength={200}
        value={reason}
        onWrite={setReason}
      />
      <button type="submit" className={cases.take} disabled={!complete}>
        {t(substitutes.length === 0 ? 'leave.nobody' : 'leave.ask')}
      </button>
    </form>
  );
}
