import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { outbox, sendNow } from '../field-parts.ts';
import type { Worker } from '../session/worker-session.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { beginCorrection } from '../report/use-draft.ts';
import { isCorrectable } from './correct-entry.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { waitsFor } from './outbox.ts';
import { refusalWords, unforeseen } from './refusal-words.ts';
import styles from './Outbox.module.css';

type OutboxSheetProps = {
  worker: Worker;
  /** A refused report lies in the form now. */
  onCorrect: () => void;
  onClose: () => void;
};

/** All that is still on this phone, each with the reason why; then what went today. */
export function OutboxSheet({ worker, onCorrect, onClose }: OutboxSheetProps) {
  const { t } = useTranslation('field');
  const { entries, sending, stopped } = useStore(outbox.state, (state) => state);
  const unsent = entries.filter(({ state }) => state !== 'sent');
  const sent = entries.filter(({ state, body }) => state === 'sent' && body.kind !== 'photo');
  return (
    <Sheet title={t('outbox.title')} onClose={onClose}>
      <div className={styles.outbox}>
        {stopped ? <p role="status">{t(`outbox.stopped.${stopped}`)}</p> : null}
        {unsent.length === 0 ? <p className={styles.none}>{t('outbox.none')}</p> : null}
        <ul>
          {unsent.map((entry) => (
            <Unsent
              key={entry.seq}
              entry={entry}
              entries={entries}
              worker={worker}
              onCorrect={onCorrect}
            />
          ))}
        </ul>
        {unsent.length > 0 ? (
          <button
            type="button"
            className={styles.send}
            disabled={sending}
            onClick={() => void sendNow()}
          >
            {t(sending ? 'outbox.sending' : 'outbox.sendNow')}
          </button>
        ) : null}
        {sent.length > 0 ? <h3>{t('outbox.sent', { count: sent.length })}</h3> : null}
        <ul>
          {sent.toReversed().map((entry) => (
            <li key={entry.seq} className={styles.sent} data-sent={entry.id}>
              <span>{entry.title}</span>
              <SentAt at={entry.sentAt ?? entry.madeAt} />
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

function SentAt({ at }: { at: number }) {
  const { i18n } = useTranslation('field');
  return <time>{clockWords(new Date(at), 'minutes', i18n.language)}</time>;
}

type UnsentProps = {
  entry: OutboxEntry;
  entries: readonly OutboxEntry[];
  worker: Worker;
  onCorrect: () => void;
};

function Unsent({ entry, entries, worker, onCorrect }: UnsentProps) {
  const { t, i18n } = useTranslation('field');
  const [full, setFull] = useState(false);
  const [sure, setSure] = useState(false);
  const { body, refusal, state, title, madeAt } = entry;
  const time = clockWords(new Date(madeAt), 'dayMinutes', i18n.language);
  return (
    <li className={styles.entry} data-entry={entry.id} data-state={state}>
      <strong>{body.kind === 'photo' ? t('outbox.photoOf', { title }) : title}</strong>
      <p>
        {time} · {t(reasonOf(entry, entries, worker))}
        {unforeseen(refusal) === null ? '' : ` (${unforeseen(refusal)})`}
      </p>
      {full ? <p role="alert">{t('report.said.storage-full')}</p> : null}
      <div className={styles.buttons}>
        {isCorrectable(entry, worker) ? (
          <button
            type="button"
            data-act="correct"
            onClick={() =>
              void beginCorrection(entry, entries).then((kept) =>
                kept ? onCorrect() : setFull(true),
              )
            }
          >
            {t('outbox.correct')}
          </button>
        ) : null}
        {state === 'refused' ? (
          <button
            type="button"
            data-act="try-again"
            onClick={() => void outbox.tryAgain(entry.seq, withNewerVersion(entry))}
          >
            {t('outbox.tryAgain')}
          </button>
        ) : null}
        <button
          type="button"
          data-act="drop"
          onClick={() => (sure ? void outbox.drop(entry) : setSure(true))}
        >
          {t(sure ? 'outbox.dropSure' : 'outbox.drop')}
        </button>
      </div>
    </li>
  );
}

function reasonOf(entry: OutboxEntry, entries: readonly OutboxEntry[], worker: Worker): string {
  const { state, refusal, userId } = entry;
  if (state === 'refused') return refusalWords(refusal);
  if (userId !== worker.userId) return 'outbox.waits.otherWorker';
  if (waitsFor(entry, entries) !== null) return 'outbox.waits.photo';
  return 'outbox.waits.line';
}

/** Somebody moved the case meanwhile; whoever says it again has seen that. */
function withNewerVersion({ body, refusal }: OutboxEntry): Partial<OutboxEntry> {
  const version = refusal?.details['currentVersion'];
  if (body.kind !== 'move' || typeof version !== 'number') return {};
  return { body: { ...body, input: { ...body.input, version } } };
}
