import { useEffect, useId } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DispatchAdviceDocument } from '#gis/generated/graphql.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { AdviceWords } from './AdviceWords.tsx';
import { AdvisedUnits } from './AdvisedUnits.tsx';
import { openDepartments } from './open-departments.ts';
import { useDepartmentName } from './use-department-name.ts';
import styles from './CaseMoves.module.css';

type DepartmentFieldProps = {
  incidentId: string;
  value: string;
  onChoose: (code: string) => void;
};

/** Where it goes: the rule's choice stands first, with its reason, how that department stands, and who is near. */
export function DepartmentField({ incidentId, value, onChoose }: DepartmentFieldProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  const failureWords = useFailureWords();
  const nameOf = useDepartmentName();
  const { data, error } = useQuery(DispatchAdviceDocument, {
    variables: { id: incidentId },
    fetchPolicy: 'network-only',
  });
  const advice = data?.incident?.dispatchAdvice;
  const advised = advice?.department.code ?? '';
  useEffect(() => {
    if (value === '' && advised !== '') onChoose(advised);
  }, [value, advised, onChoose]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('need.department')}</label>
      <select
        id={id}
        required
        autoFocus
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {openDepartments(data?.departments ?? []).map((department) => (
          <option key={department.code} value={department.code}>
            {nameOf(department)}
          </option>
        ))}
      </select>
      {advice ? <AdviceWords advice={advice} /> : null}
      {error ? <p className={styles.refused}>{failureWords(error)}</p> : null}
      {value === '' ? null : <AdvisedUnits incidentId={incidentId} departmentCode={value} />}
    </div>
  );
}
