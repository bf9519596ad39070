import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldCaseFragment } from '#gis/generated/graphql.ts';
import fieldStyles from '../ui/Field.module.css';
import { TextField } from '../ui/TextField.tsx';
import { verdicts, type FieldMove, type MoveWords } from './field-moves.ts';
import styles from './Cases.module.css';

type MoveNeedsProps = {
  of: FieldCaseFragment;
  move: FieldMove;
  words: MoveWords;
  onWrite: (words: MoveWords) => void;
};

/** What a move asks for, in thumb's size; a note may go with any. */
export function MoveNeeds({ of, move, words, onWrite }: MoveNeedsProps) {
  const { t } = useTranslation('field');
  const { needs } = move;
  const write = (change: Partial<MoveWords>): void => onWrite({ ...words, ...change });
  return (
    <>
      {needs.includes('verdict') ? (
        <fieldset className={`${fieldStyles.choices} ${styles.verdicts}`}>
          <legend>{t('desk:need.verdict')}</legend>
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              data-verdict={verdict}
              aria-pressed={words.verdict === verdict}
              onClick={() => write({ verdict })}
            >
              {t(`desk:verdict.${verdict}`)}
            </button>
          ))}
        </fieldset>
      ) : null}
      {needs.includes('limit-value') ? (
        <LineField
          label={t('desk:need.limitValue', {
            unit: t(`desk:unit.${of.clock?.unit ?? 'work-day'}`),
          })}
          inputMode="decimal"
          value={words.limitValue}
          onWrite={(limitValue) => write({ limitValue: limitValue.replace(/[^\d.]/g, '') })}
        />
      ) : null}
      {needs.includes('handler') ? (
        <LineField
          label={t('desk:need.handler')}
          inputMode="text"
          value={words.handlerName}
          onWrite={(handlerName) => write({ handlerName })}
        />
      ) : null}
      <TextField
        label={t(needs.includes('note') ? 'desk:need.note' : 'desk:need.noteMay')}
        maxLength={2000}
        required={needs.includes('note')}
        value={words.note}
        onWrite={(note) => write({ note })}
      />
    </>
  );
}

type LineFieldProps = {
  label: string;
  inputMode: 'text' | 'decimal';
  value: string;
  onWrite: (text: string) => void;
};

function LineField({ label, inputMode, value, onWrite }: LineFieldProps) {
  const id = useId();
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode={inputMode}
        maxLength={60}
        value={value}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  );
}
