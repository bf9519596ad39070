import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { MoveIncidentsDocument, UndoMoveIncidentsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useNow } from '#ui/use-now.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { bulkMovesOf } from './bulk-moves-of.ts';
import { useCaseKeys } from './use-case-keys.ts';
import type { Picked } from './WorklistRows.tsx';
import styles from './BulkBar.module.css';

type BulkBarProps = { viewer: Viewer; picked: Picked; onPick: (picked: Picked) => void };

/** Many cases, one act: what they all may do, what was refused and why, and the way back for ten minutes. */
export function BulkBar({ viewer, picked, onPick }: BulkBarProps) {
  const { t } = useTranslation('desk');
  const failureWords = useFailureWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const [send, sent] = useMutation(MoveIncidentsDocument);
  const rows = [...picked.values()];
  const moves = bulkMovesOf(
    rows.map(({ state }) => state),
    viewer.permissions,
  );
  const move = moves.find((each) => each.move === chosen);
  const take = (name: string, said: Said): void => {
    const cases = rows.map(({ id, version }) => ({ id, version }));
    const input = { commandId: newCommandId(), move: name, cases, ...said };
    send({ variables: { input } }).then(
      () => {
        setChosen(null);
        onPick(new Map());
      },
      () => undefined, // Said below; what was picked stays.
    );
  };
  if (picked.size === 0) {
    return sent.data ? (
      <Done key={sent.data.moveIncidents.id} done={sent.data.moveIncidents} />
    ) : null;
  }
  return (
    <div className={styles.bar} data-bulk={picked.size}>
      <p className={styles.line}>
        <strong>{t('bulk.picked', { count: picked.size })}</strong>
        {moves.map((each) => (
          <Button
            key={each.move}
            data-bulk-move={each.move}
            aria-pressed={chosen === each.move}
            disabled={sent.loading}
            onClick={() => (each.needs?.length ? setChosen(each.move) : take(each.move, {}))}
          >
            {t(`move.${each.move}`)}
          </Button>
        ))}
        {moves.length === 0 ? <span>{t('bulk.nothing')}</span> : null}
        <Button look="plain" onClick={() => onPick(new Map())}>
          {t('bulk.clear')}
        </Button>
      </p>
      {move ? (
        <SharedNeeds
          key={move.move}
          needs={move.needs ?? []}
          busy={sent.loading}
          words={t('bulk.take', { move: t(`move.${move.move}`), count: picked.size })}
          onTake={(said) => take(move.move, said)}
        />
      ) : null}
      {sent.error ? <p className={styles.refused}>{failureWords(sent.error)}</p> : null}
    </div>
  );
}

type Said = { note?: string; handlerName?: string; closingConditionMet?: boolean };
type SharedNeedsProps = {
  needs: readonly string[];
  busy: boolean;
  words: string;
  onTake: (said: Said) => void;
};

/** What holds for all of them. A department is not asked: each goes by its own rule. */
function SharedNeeds({ needs, busy, words, onTake }: SharedNeedsProps) {
  const { t } = useTranslation('desk');
  const ids = { note: useId(), handler: useId() };
  const [said, setSaid] = useState<Said>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onTake(said);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {needs.includes('department') ? <p>{t('bulk.byRule')}</p> : null}
      {needs.includes('note') ? (
        <>
          <label htmlFor={ids.note}>{t('need.note')}</label>
          <textarea
            id={ids.note}
            rows={2}
            required
            autoFocus
            maxLength={2000}
            onChange={(event) => setSaid({ ...said, note: event.target.value })}
          />
        </>
      ) : null}
      {needs.includes('handler') ? (
        <>
          <label htmlFor={ids.handler}>{t('need.handler')}</label>
          <input
            id={ids.handler}
            required
            autoFocus
            maxLength={60}
            onChange={(event) => setSaid({ ...said, handlerName: event.target.value })}
          />
        </>
      ) : null}
      {needs.includes('closing-condition') ? (
        <label className={styles.tick}>
          <input
            type="checkbox"
            required
            onChange={(event) => setSaid({ ...said, closingConditionMet: event.target.checked })}
          />
          {t('need.closingCondition')}
        </label>
      ) : null}
      <Button look="solid" type="submit" disabled={busy}>
        {words}
      </Button>
    </form>
  );
}

type Outcome = {
  id: string;
  moved: readonly { id: string }[];
  refused: readonly { id: string; reason: string }[];
  undoUntil?: string | null | undefined;
};

function Done({ done }: { done: Outcome }) {
  const { t } = useTranslation('desk');
  const failureWords = useFailureWords();
  const now = useNow(5_000);
  const [undo, undone] = useMutation(UndoMoveIncidentsDocument);
  const [hidden, setHidden] = useState(false);
  const told: Outcome = undone.data?.undoMoveIncidents ?? done;
  const leftMs = Date.parse(done.undoUntil ?? '') - now;
  const mayUndo = !undone.data && done.moved.length > 0 && leftMs > 0;
  const takeBack = (): void => {
    if (!mayUndo || undone.loading) return;
    undo({ variables: { commandId: newCommandId(), id: done.id } }).catch(
      () => undefined, // Said below.
    );
  };
  useCaseKeys({ u: takeBack });
  if (hidden) return null;
  const reasons = [...new Set(told.refused.map(({ reason }) => reason))];
  return (
    <div className={styles.bar} role="status" data-bulk-done={told.moved.length}>
      <p className={styles.line}>
        <span>{t(undone.data ? 'bulk.undone' : 'bulk.done', { count: told.moved.length })}</span>
        {mayUndo ? (
          <Button shortcut="U" data-bulk-undo disabled={undone.loading} onClick={takeBack}>
            {t('bulk.undo', { minutes: Math.ceil(leftMs / 60_000) })}
          </Button>
        ) : null}
        <Button look="plain" onClick={() => setHidden(true)}>
          {t('bulk.hide')}
        </Button>
      </p>
      {reasons.map((reason) => (
        <p key={reason} className={styles.refused}>
          {t('bulk.refused', {
            count: told.refused.filter((each) => each.reason === reason).length,
            why: t([`refused.${reason}`, 'bulk.otherReason']),
          })}
        </p>
      ))}
      {undone.error ? <p className={styles.refused}>{failureWords(undone.error)}</p> : null}
    </div>
  );
}
