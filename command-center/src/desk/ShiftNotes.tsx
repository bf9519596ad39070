import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  TakeShiftNoteDocument,
  WriteShiftNoteDocument,
  type ShiftNoteFieldsFragment,
  type WorklistsQuery,
} from '#gis/generated/graphql.ts';
import { select } from '#map/map-model.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import type { Face } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { keptNote, keepNote } from './kept-list.ts';
import styles from './DeskSide.module.css';

type ShiftNotesProps = {
  face: Face<readonly ShiftNoteFieldsFragment[]>;
  lists: WorklistsQuery['worklists'];
  /** Cases to hand over with the words: those picked, else the one that is open. */
  incidentIds: readonly string[];
  onChanged: () => void;
  onClose: () => void;
};

/** 交接班: what this shift leaves to the next, and what the one before left. */
export function ShiftNotes({ face, lists, incidentIds, onChanged, onClose }: ShiftNotesProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  const failureWords = useFailureWords();
  const [text, setText] = useState(keptNote);
  const [write, { error, loading }] = useMutation(WriteShiftNoteDocument);
  const keep = (words: string): void => {
    keepNote(words);
    setText(words);
  };
  const counted = lists
    .filter(({ key, count }) => count > 0 && key !== 'open' && key !== 'closed')
    .map(({ key, count }) => `${t(`list.${key}`)} ${count}`)
    .join(t('notes.comma'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const variables = { commandId: newCommandId(), text, incidentIds: [...incidentIds] };
    write({ variables }).then(
      () => {
        keep('');
        onChanged();
      },
      () => undefined, // Said below, with all that was written.
    );
  };
  return (
    <Panel raised title={t('notes.title')} onClose={onClose} className={styles.panel}>
      <form className={styles.form} aria-label={t('notes.new')} onSubmit={submit}>
        <div className={`${styles.choice} ${styles.wide}`}>
          <label htmlFor={id}>{t('notes.text')}</label>
          <textarea
            id={id}
            rows={4}
            required
            maxLength={2000}
            value={text}
            onChange={(event) => keep(event.target.value)}
          />
        </div>
        <Button onClick={() => keep(text === '' ? counted : `${text}\n${counted}`)}>
          {t('notes.count')}
        </Button>
        <Button look="solid" type="submit" disabled={loading}>
          {t('notes.write', { count: incidentIds.length })}
        </Button>
        {error ? (
          <p className={styles.refused} role="alert">
            {failureWords(error)}
          </p>
        ) : null}
      </form>
      <PanelFaces of={face} emptyWords={t('notes.none')} isEmpty={(notes) => notes.length === 0}>
        {(notes) => (
          <ul className={styles.notes} data-shift-notes={notes.length}>
            {notes.map((note) => (
              <Note key={note.id} note={note} onChanged={onChanged} />
            ))}
          </ul>
        )}
      </PanelFaces>
    </Panel>
  );
}

function Note({ note, onChanged }: { note: ShiftNoteFieldsFragment; onChanged: () => void }) {
  const { t, i18n } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const failureWords = useFailureWords();
  const [take, { error, loading }] = useMutation(TakeShiftNoteDocument);
  return (
    <li className={styles.note} data-waits={!note.takenAt} data-shift-note={note.id}>
      <p className={styles.quiet}>
        {note.writtenBy} · {clockWords(new Date(note.writtenAt), 'dayMinutes', i18n.language)}
        {note.takenAt ? (
          <> · {t('notes.taken', { name: note.takenBy ?? '' })}</>
        ) : (
          <>
            {' '}
            · <Age since={new Date(note.writtenAt)} />
          </>
        )}
      </p>
      <p className={styles.text}>{note.text}</p>
      {note.incidents.length > 0 ? (
        <p className={styles.buttons}>
          {note.incidents.map(({ id, caseNo, title, position }) => (
            <Button
              key={id}
              look="plain"
              onClick={() =>
                select({ kind: 'incident', id, position: [position.longitude, position.latitude] })
              }
            >
              {caseNo ?? titleOf(title)}
            </Button>
          ))}
        </p>
      ) : null}
      {note.takeable ? (
        <p>
          <Button
            look="solid"
            disabled={loading}
            data-take-note
            onClick={() => {
              take({ variables: { commandId: newCommandId(), id: note.id } }).then(
                onChanged,
                () => onChanged(), // Somebody was faster: the list says who.
              );
            }}
          >
            {t('notes.take')}
          </Button>
        </p>
      ) : null}
      {error ? <p className={styles.refused}>{failureWords(error)}</p> : null}
    </li>
  );
}
