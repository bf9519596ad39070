import { useEffect, useId } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DispatchAdviceDocument } from '#gis/generated/graphql.ts';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './CaseMoves.module.css';

type DepartmentFieldProps = {
  incidentId: string;
  value: string;
  onChoose: (code: string) => void;
};

/** Where it goes: the rule's choice stands first, with its reason and how that department stands. */
export function DepartmentField({ incidentId, value, onChoose }: DepartmentFieldProps) {
  const { t, i18n } = useTranslation('desk');
  const id = useId();
  const failureWords = useFailureWords();
  const { data, error } = useQuery(DispatchAdviceDocument, {
    variables: { id: incidentId },
    fetchPolicy: 'network-only',
  });
  const advice = data?.incident?.dispatchAdvice;
  const advised = advice?.department.code ?? '';
  useEffect(() => {
    if (value === '' && advised !== '') onChoose(advised);
  }, [value, advised, onChoose]);
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) =>
    i18n.language === 'en' ? nameEn : nameZh;
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
        {(data?.departments ?? []).map((department) => (
          <option key={department.code} value={department.code}>
            {nameOf(department)}
          </option>
        ))}
      </select>
      {advice ? (
        <p className={styles.advice} data-advice={advice.rule}>
          {t('advice.why', { name: nameOf(advice.department), rule: t(`rule.${advice.rule}`) })}{' '}
          {t('advice.load', { count: advice.openCases })}
          {advice.returned > 0 ? (
            <strong> {t('advice.returned', { count: advice.returned })}</strong>
          ) : null}
        </p>
      ) : null}
      {error ? <p className={styles.refused}>{failureWords(error)}</p> : null}
    </div>
  );
}
