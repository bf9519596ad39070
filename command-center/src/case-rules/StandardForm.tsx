import { useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { limitUnits } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  SaveCaseStandardDocument,
  type CaseStandardsQuery,
  type StandardLineFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { RuleField } from './RuleField.tsx';
import { RuleRefusal } from './RuleRefusal.tsx';
import styles from './CaseRules.module.css';

type StandardFormProps = {
  classCode: string;
  /** Null for a new one. */
  standard: StandardLineFragment | null;
  departments: CaseStandardsQuery['departments'];
  onDone: () => void;
  onDrop: () => void;
};

export function StandardForm(props: StandardFormProps) {
  const { classCode, standard, departments, onDone, onDrop } = props;
  const { t } = useTranslation('case-rules');
  const nameOf = useClassName();
  const [commandId, setCommandId] = useState(newCommandId);
  const [save, { loading, error }] = useMutation(SaveCaseStandardDocument);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '');
    const input = {
      commandId,
      classCode,
      id: standard?.id ?? null,
      version: standard?.version ?? null,
      condition: text('condition'),
      limitValue: Number(text('limitValue')),
      limitUnit: text('limitUnit'),
      closeCondition: text('closeCondition'),
      departmentCode: text('departmentCode') || null,
    };
    // Refused, another try is another command: its words may be others.
    save({ variables: { input } }).then(onDone, () => setCommandId(newCommandId()));
  };
  return (
    <form className={styles.form} data-standard-form onSubmit={submit}>
      <RuleField name={t('condition')} wide>
        {(id) => (
          <input
            id={id}
            name="condition"
            required
            maxLength={200}
            defaultValue={standard?.condition}
          />
        )}
      </RuleField>
      <RuleField name={t('limit')}>
        {(id) => (
          <input
            id={id}
            name="limitValue"
            type="number"
            required
            min={0.5}
            max={1_000}
            step={0.5}
            defaultValue={standard?.limitValue ?? 1}
          />
        )}
      </RuleField>
      <RuleField name={t('unitName')}>
        {(id) => (
          <select id={id} name="limitUnit" defaultValue={standard?.limitUnit ?? 'work-day'}>
            {limitUnits.map((unit) => (
              <option key={unit} value={unit}>
                {t(`unit.${unit}`)}
              </option>
            ))}
          </select>
        )}
      </RuleField>
      <RuleField name={t('department')}>
        {(id) => (
          <select id={id} name="departmentCode" defaultValue={standard?.departmentCode ?? ''}>
            <option value="">{t('departmentOfClass')}</option>
            {departments
              .filter(({ code, closedAt }) => !closedAt || code === standard?.departmentCode)
              .map((each) => (
                <option key={each.code} value={each.code}>
                  {nameOf(each)}
                </option>
              ))}
          </select>
        )}
      </RuleField>
      <RuleField name={t('closeCondition')} wide>
        {(id) => (
          <input
            id={id}
            name="closeCondition"
            required
            maxLength={500}
            defaultValue={standard?.closeCondition}
          />
        )}
      </RuleField>
      <RuleRefusal error={error} />
      <div className={styles.acts}>
        <Button look="solid" type="submit" disabled={loading}>
          {t('save')}
        </Button>
        <Button onClick={onDrop}>{t('drop')}</Button>
      </div>
    </form>
  );
}
