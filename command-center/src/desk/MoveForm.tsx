import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileFragment } from '#gis/generated/graphql.ts';
import { Conditions } from '#case-rules/Conditions.tsx';
import { StandardField } from '#case-rules/StandardField.tsx';
import { Button } from '#ui/Button.tsx';
import { CorrectionField } from './CorrectionField.tsx';
import { DepartmentField } from './DepartmentField.tsx';
import { DuplicateField } from './DuplicateField.tsx';
import { HandDownField } from './HandDownField.tsx';
import { HandlerField } from './HandlerField.tsx';
import type { MoveDraft } from './move-draft.ts';
import { PhotoField } from './PhotoField.tsx';
import styles from './CaseMoves.module.css';

type MoveFormProps = {
  incident: CaseFileFragment;
  move: CaseFileFragment['permittedMoves'][number];
  draft: MoveDraft;
  busy: boolean;
  onWrite: (draft: MoveDraft) => void;
  onTake: () => void;
  onDrop: () => void;
};

/** What a move asks for; a note may be added to any. */
export function MoveForm(props: MoveFormProps) {
  const { move, draft, busy, onWrite, onTake, onDrop } = props;
  const { t } = useTranslation('desk');
  const lacksPhoto = move.needs.includes('photo') && draft.photoIds.length === 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onTake();
  };
  return (
    <form
      className={styles.form}
      aria-label={t(`move.${move.move}`)}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDrop();
      }}
    >
      {move.needs.map((need) => (
        <NeedField key={need} need={need} {...props} />
      ))}
      {move.needs.includes('note') ? null : (
        <Field name={t('need.noteMay')}>
          {(id) => (
            <textarea
              id={id}
              rows={2}
              maxLength={2000}
              value={draft.note}
              onChange={(event) => onWrite({ ...draft, note: event.target.value })}
            />
          )}
        </Field>
      )}
      {move.photo ? (
        <PhotoField
          required={move.needs.includes('photo')}
          value={draft.photoIds}
          onChange={(photoIds) => onWrite({ ...draft, photoIds })}
        />
      ) : null}
      <div className={styles.buttons}>
        <Button look="solid" type="submit" disabled={busy || lacksPhoto}>
          {t('take', { move: t(`move.${move.move}`) })}
        </Button>
        <Button onClick={onDrop}>{t('drop')}</Button>
        <span className={styles.none}>{t('draftKept')}</span>
      </div>
    </form>
  );
}

const verdicts = ['confirmed', 'not-confirmed', 'unable'] as const;

function NeedField({ need, incident, draft, onWrite }: MoveFormProps & { need: string }) {
  const { t } = useTranslation('desk');
  const write = (change: Partial<MoveDraft>): void => onWrite({ ...draft, ...change });
  switch (need) {
    case 'note':
      return (
        <Field name={t('need.note')}>
          {(id) => (
            <textarea
              id={id}
              rows={2}
              required
              autoFocus
              maxLength={2000}
              value={draft.note}
              onChange={(event) => write({ note: event.target.value })}
            />
          )}
        </Field>
      );
    case 'department':
      return (
        <DepartmentField
          incidentId={incident.id}
          value={draft.departmentCode}
          onChoose={(departmentCode) => write({ departmentCode })}
        />
      );
    case 'verdict':
      return (
        <fieldset className={styles.choices}>
          <legend>{t('need.verdict')}</legend>
          {verdicts.map((verdict) => (
            <label key={verdict}>
              <input
                type="radio"
                name="verdict"
                required
                checked={draft.verdict === verdict}
                onChange={() => write({ verdict })}
              />
              {t(`verdict.${verdict}`)}
            </label>
          ))}
        </fieldset>
      );
    case 'limit-value':
      return (
        <Field
          name={t('need.limitValue', { unit: t(`unit.${incident.clock?.unit ?? 'work-day'}`) })}
        >
          {(id) => (
            <input
              id={id}
              type="number"
              required
              min={0.5}
              max={400}
              step={0.5}
              value={draft.limitValue}
              onChange={(event) => write({ limitValue: event.target.value })}
            />
          )}
        </Field>
      );
    case 'handler':
      return (
        <HandlerField
          incidentId={incident.id}
          value={draft.handlerName}
          onChoose={(handlerName) => write({ handlerName })}
        />
      );
    case 'main-case':
      return (
        <DuplicateField
          incidentId={incident.id}
          value={draft.mainIncidentId}
          onChoose={(mainIncidentId) => write({ mainIncidentId })}
        />
      );
    case 'standard':
      return (
        <>
          <StandardField
            incidentId={incident.id}
            value={draft.standardId}
            onChoose={(standardId) => write({ standardId })}
          />
          <Conditions incidentId={incident.id} of="register" standardId={draft.standardId} />
        </>
      );
    case 'area':
      return (
        <HandDownField
          incident={incident}
          value={draft.areaCode}
          onChoose={(areaCode) => write({ areaCode })}
        />
      );
    case 'correction':
      return (
        <CorrectionField
          incident={incident}
          value={draft.correction}
          onChange={(correction) => write({ correction })}
        />
      );
    case 'closing-condition':
      return (
        <>
          <Conditions incidentId={incident.id} of="close" />
          <label className={styles.tick}>
            <input
              type="checkbox"
              required
              autoFocus
              checked={draft.closingConditionMet}
              onChange={(event) => write({ closingConditionMet: event.target.checked })}
            />
            {t('need.closingCondition')}
          </label>
        </>
      );
    default:
      return null;
  }
}

function Field({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}
