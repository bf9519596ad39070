import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assistFindings, type AssistFinding } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import { clockWords } from '#ui/clock-words.ts';
import cases from '../cases/Cases.module.css';
import { outbox, sendNow } from '../field-parts.ts';
import type { NewEntry, OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Kept } from '../outbox/outbox-store.ts';
import { withPhotos } from '../outbox/with-photos.ts';
import { PhotoStrip } from '../photos/PhotoStrip.tsx';
import { usePlace } from '../place/use-place.ts';
import type { DraftPhoto } from '../report/report-draft.ts';
import type { Worker } from '../session/worker-session.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isRead, waitingAnswers, type FieldBulletin } from './use-bulletins.ts';
import fieldStyles from '../ui/Field.module.css';
import styles from './News.module.css';

type BulletinSheetProps = {
  of: FieldBulletin;
  worker: Worker;
  entries: readonly OutboxEntry[];
  onDone: () => void;
  onClose: () => void;
};

/** One bulletin: read by a tap, answered with words, pictures and, where something was seen, the place. */
export function BulletinSheet({ of, worker, entries, onDone, onClose }: BulletinSheetProps) {
  const { t, i18n } = useTranslation('field');
  const [lost, setLost] = useState<Extract<Kept, { kept: false }>['reason'] | null>(null);
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  const keep = async (made: readonly NewEntry[]): Promise<boolean> => {
    const kept = await outbox.keep(made);
    setLost(kept.kept ? null : kept.reason);
    if (kept.kept) void sendNow().then(onDone);
    return kept.kept;
  };
  const markRead = (): Promise<boolean> =>
    keep([
      {
        id: newCommandId(),
        userId: worker.userId,
        title: t('news.readOf', { title: of.title }),
        needs: [],
        body: { kind: 'read', bulletinId: of.id, photos: [] },
      },
    ]);
  return (
    <Sheet title={of.title} onClose={onClose}>
      <div className={cases.case} data-bulletin={of.id}>
        <p className={styles.quiet}>
          {of.issuedBy} · {of.areaName} · {time(of.issuedAt)}
          {of.dueAt ? ` · ${t('cases.due', { time: time(of.dueAt) })}` : ''}
        </p>
        <p className={styles.text}>{of.text}</p>
        {of.photos.length > 0 ? (
          <div className={styles.pictures}>
            {of.photos.map(({ id, width, height }, index) => (
              <img
                key={id}
                src={`/photos/${id}`}
                width={width}
                height={height}
                alt={t('photo.nth', { number: index + 1 })}
              />
            ))}
          </div>
        ) : null}
        <Answers of={of} entries={entries} />
        {lost ? <p role="alert">{t(`report.said.${lost}`)}</p> : null}
        {isRead(of, entries) ? null : (
          <button
            type="button"
            className={cases.take}
            data-act="read"
            onClick={() => void markRead()}
          >
            {t('news.markRead')}
          </button>
        )}
        {of.kind === 'assist' ? <AnswerForm of={of} worker={worker} onKeep={keep} /> : null}
      </div>
    </Sheet>
  );
}

function Answers({ of, entries }: { of: FieldBulletin; entries: readonly OutboxEntry[] }) {
  const { t, i18n } = useTranslation('field');
  const waiting = waitingAnswers(of, entries);
  if (of.myAnswers.length + waiting.length === 0) return null;
  return (
    <ul className={styles.answers} aria-label={t('news.myAnswers')}>
      {of.myAnswers.map(({ id, finding, text, answeredAt, photos }) => (
        <li key={id} data-my-answer={id}>
          {finding ? <strong>{t(`news.finding.${finding}`)} </strong> : null}
          {text}
          <p className={styles.quiet}>
            {clockWords(new Date(answeredAt), 'dayMinutes', i18n.language)}
            {photos.length > 0 ? ` · ${t('news.photos', { count: photos.length })}` : ''}
          </p>
        </li>
      ))}
      {waiting.map(({ seq, title }) => (
        <li key={seq} data-waiting-answer>
          {t('cases.pending', { title })}
        </li>
      ))}
    </ul>
  );
}

type AnswerFormProps = {
  of: FieldBulletin;
  worker: Worker;
  onKeep: (made: readonly NewEntry[]) => Promise<boolean>;
};

function AnswerForm({ of, worker, onKeep }: AnswerFormProps) {
  const { t } = useTranslation('field');
  const { place } = usePlace();
  const [finding, setFinding] = useState<AssistFinding | null>(null);
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<readonly DraftPhoto[]>([]);
  const keep = async (said: AssistFinding): Promise<void> => {
    // Where nothing was seen the worker's own place is nobody's business.
    const position =
      said === 'found' && place ? { longitude: place.longitude, latitude: place.latitude } : null;
    const title = `${t(`news.finding.${said}`)} · ${of.title}`;
    const made = withPhotos({ userId: worker.userId, title, photos }, (ids) => ({
      kind: 'answer',
      input: { id: of.id, finding: said, text: text.trim() === '' ? null : text.trim(), position },
      photos: ids,
    }));
    if (!(await onKeep(made))) return;
    setFinding(null);
    setText('');
    setPhotos([]);
  };
  return (
    <form
      className={cases.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (finding) void keep(finding);
      }}
    >
      <fieldset className={`${fieldStyles.choices} ${styles.findings}`}>
        <legend>{t('news.answer')}</legend>
        {assistFindings.map((each) => (
          <button
            key={each}
            type="button"
            data-finding={each}
            aria-pressed={finding === each}
            onClick={() => setFinding(each)}
          >
            {t(`news.finding.${each}`)}
          </button>
        ))}
      </fieldset>
      {finding ? (
        <>
          <TextField label={t('news.words')} maxLength={2000} value={text} onWrite={setText} />
          <PhotoStrip photos={photos} onChange={setPhotos} />
          {finding === 'found' ? (
            <p className={styles.quiet}>{t(place ? 'news.withPlace' : 'news.noPlace')}</p>
          ) : null}
          <button type="submit" className={cases.take}>
            {t('news.send')}
          </button>
        </>
      ) : null}
    </form>
  );
}
