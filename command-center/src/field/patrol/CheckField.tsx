import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFindings } from 'grid-data';
import { useClassName } from '#words/use-class-name.ts';
import { PhotoStrip } from '../photos/PhotoStrip.tsx';
import type { ReportClass } from '../report/use-classes.ts';
import fieldStyles from '../ui/Field.module.css';
import { TextField } from '../ui/TextField.tsx';
import type { CheckDraft, FieldCheckList } from './patrol-draft.ts';
import styles from './Patrol.module.css';

type CheckFieldProps = {
  item: FieldCheckList['items'][number];
  check: CheckDraft;
  classes: readonly ReportClass[];
  onChange: (check: CheckDraft) => void;
};

export function CheckField({ item, check, classes, onChange }: CheckFieldProps) {
  const { t } = useTranslation('field');
  const reportId = useId();
  const nameOf = useClassName();
  const change = (part: Partial<CheckDraft>): void => onChange({ ...check, ...part });
  return (
    <fieldset className={styles.check} data-check={item.code} data-finding={check.finding}>
      <legend>{nameOf(item)}</legend>
      <div className={`${fieldStyles.choices} ${styles.findings}`}>
        {checkFindings.map((finding) => (
          <button
            key={finding}
            type="button"
            data-finding={finding}
            aria-pressed={check.finding === finding}
            onClick={() => change({ finding })}
          >
            {t(`patrol.finding.${finding}`)}
          </button>
        ))}
      </div>
      {check.finding === 'not-ok' ? (
        <>
          <TextField
            label={t('patrol.note')}
            maxLength={500}
            value={check.note}
            onWrite={(note) => change({ note })}
          />
          <PhotoStrip photos={check.photos} onChange={(photos) => change({ photos })} />
          <div className={`${fieldStyles.field} ${styles.report}`}>
            <label htmlFor={reportId}>{t('patrol.report')}</label>
            <select
              id={reportId}
              value={check.reportAs ?? ''}
              onChange={({ target }) =>
                change({ reportAs: target.value === '' ? null : target.value })
              }
            >
              <option value="">{t('patrol.noReport')}</option>
              {likelyFirst(classes, item.classCode ?? null).map((each) => (
                <option key={each.code} value={each.code}>
                  {nameOf(each)}
                </option>
              ))}
            </select>
          </div>
        </>
      ) : null}
    </fieldset>
  );
}

/** The class that the city thought of when it wrote the list stands at hand. */
function likelyFirst(classes: readonly ReportClass[], code: string | null): ReportClass[] {
  return classes.toSorted((a, b) => Number(b.code === code) - Number(a.code === code));
}
