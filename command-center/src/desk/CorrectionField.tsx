import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentGrades } from 'grid-data';
import type { CaseFileFragment } from '#gis/generated/graphql.ts';
import { ClassField } from '#intake/ClassField.tsx';
import { PlaceField } from '#intake/PlaceField.tsx';
import { metersMoved } from './correction-of.ts';
import type { CorrectionDraft } from './move-draft.ts';
import styles from './CaseMoves.module.css';

type CorrectionFieldProps = {
  incident: CaseFileFragment;
  value: CorrectionDraft;
  onChange: (value: CorrectionDraft) => void;
};

/** What the case says, each field as it stands until somebody puts it right. */
export function CorrectionField({ incident, value, onChange }: CorrectionFieldProps) {
  const { t } = useTranslation('desk');
  const gradeId = useId();
  const write = (part: Partial<CorrectionDraft>): void => onChange({ ...value, ...part });
  const meters = metersMoved(incident.position, value.position);
  return (
    <fieldset className={styles.choices} data-correction>
      <legend>{t('need.correction')}</legend>
      <ClassField
        value={value.classCode || incident.class.code}
        onChoose={(classCode) => write({ classCode })}
      />
      <PlaceField
        draft={{
          position: value.position ?? incident.position,
          address: value.address ?? incident.address ?? '',
        }}
        onWrite={({ position, address }) =>
          write({
            ...(position ? { position } : {}),
            ...(address === undefined ? {} : { address }),
          })
        }
      />
      {meters > 0 ? <p data-moved={meters}>{t('correction.moved', { meters })}</p> : null}
      <div className={styles.field}>
        <label htmlFor={gradeId}>{t('correction.grade')}</label>
        <select
          id={gradeId}
          value={value.grade ?? incident.grade}
          onChange={(event) => write({ grade: Number(event.target.value) })}
        >
          {incidentGrades.map((grade) => (
            <option key={grade} value={grade}>
              {t(`incidents:grade.${grade}`)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
