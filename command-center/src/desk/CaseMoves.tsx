import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Conditions } from '#case-rules/Conditions.tsx';
import { newCommandId } from '#gis/command-id.ts';
import { MoveIncidentDocument, type CaseFileFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { correctionOf } from './correction-of.ts';
import { DuplicateWarning } from './DuplicateWarning.tsx';
import { emptyDraft, keepDraft, readDraft, type MoveDraft } from './move-draft.ts';
import { MoveForm } from './MoveForm.tsx';
import { MoveRefusal } from './MoveRefusal.tsx';
import { QuickDispatch } from './QuickDispatch.tsx';
import { refusalOfMove } from './refusal-of-move.ts';
import { useCaseKeys } from './use-case-keys.ts';
import styles from './CaseMoves.module.css';

type Move = CaseFileFragment['permittedMoves'][number];

/** What leads on from here, each with its key; what is not permitted now says why. */
export function CaseMoves({ incident }: { incident: CaseFileFragment }) {
  const { t } = useTranslation('desk');
  const [draft, setDraft] = useState<MoveDraft | null>(() => readDraft(incident.id));
  // What was asked last stays beside what the case is now, where somebody was faster.
  const [asked, setAsked] = useState<MoveDraft | null>(null);
  const [send, { error, loading, reset }] = useMutation(MoveIncidentDocument);
  const permitted = incident.permittedMoves.filter((each) => each.permitted);
  const others = incident.permittedMoves.filter(
    (each) => !each.permitted && each.refusal !== 'permission-missing',
  );
  const write = (next: MoveDraft | null): void => {
    keepDraft(incident.id, next);
    setDraft(next);
  };
  const asks = (name: string): boolean =>
    incident.permittedMoves.some(
      // What is shown with pictures is not said by one key alone.
      ({ move, needs, photo }) => move === name && (needs.length > 0 || photo === 'after'),
    );
  const take = (said: MoveDraft): void => {
    setAsked(said);
    send({ variables: { input: inputOf(incident, said) } }).then(
      () => write(null),
      // Said on the form, with all that was written; who has seen both versions may send it anew.
      (cause: unknown) => {
        const newer = refusalOfMove(cause)?.newer;
        if (newer && asks(said.move)) write({ ...said, version: newer.version });
      },
    );
  };
  const choose = (move: Move): void => {
    reset();
    if (asks(move.move)) {
      write(draft?.move === move.move ? draft : emptyDraft(move.move, incident.version));
    } else {
      setDraft(null);
      take(emptyDraft(move.move));
    }
  };
  const isFree = draft === null && !loading;
  useCaseKeys(
    Object.fromEntries(
      (isFree ? permitted.slice(0, 9) : []).map((move, at) => [String(at + 1), () => choose(move)]),
    ),
  );
  const chosen = permitted.find(({ move }) => move === draft?.move);
  return (
    <section className={styles.moves} aria-label={t('moves')}>
      {mayBeDouble(incident) ? (
        <DuplicateWarning
          incident={incident}
          onMerge={
            permitted.some(({ move }) => move === 'merge')
              ? (mainIncidentId) =>
                  write({ ...emptyDraft('merge', incident.version), mainIncidentId })
              : null
          }
        />
      ) : null}
      <div className={styles.buttons}>
        {permitted.map((move, index) => (
          <Button
            key={move.move}
            look={index === 0 ? 'solid' : 'quiet'}
            {...(index < 9 ? { shortcut: String(index + 1) } : {})}
            data-move={move.move}
            aria-pressed={draft?.move === move.move}
            disabled={loading}
            onClick={() => choose(move)}
          >
            {t(`move.${move.move}`)}
          </Button>
        ))}
        {permitted.length === 0 ? <p className={styles.none}>{t('nothingForYou')}</p> : null}
      </div>
      {/* With one condition alone there is nothing to choose, and one key registers: it is read beforehand. */}
      {isFree && permitted.some(({ move, needs }) => move === 'register' && needs.length === 0) ? (
        <Conditions incidentId={incident.id} of="register" />
      ) : null}
      {isFree && permitted.some(({ move }) => move === 'dispatch') ? (
        <QuickDispatch
          incidentId={incident.id}
          busy={loading}
          onAccept={(departmentCode) => take({ ...emptyDraft('dispatch'), departmentCode })}
        />
      ) : null}
      {draft && chosen ? (
        <MoveForm
          incident={incident}
          move={chosen}
          draft={draft}
          busy={loading}
          onWrite={write}
          onTake={() => take(draft)}
          onDrop={() => {
            reset();
            write(null);
          }}
        />
      ) : null}
      {draft && !chosen ? (
        <p className={styles.none}>
          {t('draftElsewhere', { move: t(`move.${draft.move}`), note: draft.note })}{' '}
          <Button look="plain" onClick={() => write(null)}>
            {t('drop')}
          </Button>
        </p>
      ) : null}
      {error ? <MoveRefusal error={error} given={incident.version} asked={asked} /> : null}
      {others.length > 0 ? (
        <ul className={styles.others}>
          {others.map(({ move, refusal }) => (
            <li key={move}>
              {t(`move.${move}`)} · {t(`refusal.${refusal}`)}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Once a case is disposed of, another report of the same is a new one. */
function mayBeDouble({ state, mergedInto }: CaseFileFragment): boolean {
  return (
    !mergedInto &&
    ['reported', 'verifying', 'accepted', 'registered', 'dispatched', 'processing'].includes(state)
  );
}

function inputOf({ id, version }: CaseFileFragment, draft: MoveDraft) {
  const { move, closingConditionMet, limitValue } = draft;
  const said = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    commandId: newCommandId(),
    id,
    version: draft.version || version,
    move,
    note: said(draft.note),
    departmentCode: said(draft.departmentCode),
    verdict: said(draft.verdict),
    limitValue: limitValue === '' ? null : Number(limitValue),
    handlerName: said(draft.handlerName),
    areaCode: said(draft.areaCode),
    mainIncidentId: said(draft.mainIncidentId),
    standardId: said(draft.standardId),
    closingConditionMet,
    photoIds: [...draft.photoIds],
    correction: move === 'correct' ? correctionOf(draft.correction) : null,
  };
}
