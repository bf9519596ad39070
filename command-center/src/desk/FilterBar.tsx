import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { incidentGrades, incidentSources } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  AreaTreeDocument,
  DeskFiltersDocument,
  DropDeskFilterDocument,
  KeepDeskFilterDocument,
  type DeskFilterFieldsFragment,
  type WorklistFilterInput,
} from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useClassName } from '#words/use-class-name.ts';
import { useDepartmentName } from './use-department-name.ts';
import styles from './DeskSide.module.css';

type FilterBarProps = {
  viewer: Viewer;
  filter: WorklistFilterInput;
  onFilter: (filter: WorklistFilterInput) => void;
};

/** What the lists are narrowed to, and the filters that one keeps by name. */
export function FilterBar({ viewer, filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation('desk');
  const nameId = useId();
  const failureWords = useFailureWords();
  const classNameOf = useClassName();
  const departmentNameOf = useDepartmentName();
  const [name, setName] = useState('');
  const { data } = useQuery(DeskFiltersDocument);
  const tree = useQuery(AreaTreeDocument, { variables: { code: viewer.area.code } });
  const refetchQueries = [DeskFiltersDocument];
  const [keep, kept] = useMutation(KeepDeskFilterDocument, { refetchQueries });
  const [drop, dropped] = useMutation(DropDeskFilterDocument, { refetchQueries });
  const own = data?.deskFilters ?? [];
  const change = (part: WorklistFilterInput): void => onFilter({ ...filter, ...part });
  const one = (value: string): string[] => (value === '' ? [] : [value]);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    keep({ variables: { commandId: newCommandId(), name, filter } }).then(
      () => setName(''),
      () => undefined, // Said below.
    );
  };
  return (
    <div className={styles.filters} data-filter-bar>
      <p className={styles.buttons}>
        {own.map((each) => (
          <span key={each.name}>
            <Button
              data-kept-filter={each.name}
              aria-pressed={isSame(filterOf(each), filter)}
              onClick={() => onFilter(filterOf(each))}
            >
              {each.name}
            </Button>
            <Button
              look="plain"
              aria-label={t('filter.drop', { name: each.name })}
              onClick={() => {
                drop({ variables: { commandId: newCommandId(), name: each.name } }).catch(
                  () => undefined, // Said below.
                );
              }}
            >
              ×
            </Button>
          </span>
        ))}
        <Button look="plain" onClick={() => onFilter({})}>
          {t('filter.clear')}
        </Button>
      </p>
      <div className={styles.form}>
        <Choice
          name={t('fact.class')}
          value={filter.classCodes?.[0] ?? ''}
          onChoose={(code) => change({ classCodes: one(code) })}
        >
          {(data?.incidentClasses ?? []).map((each) => (
            <option key={each.code} value={each.code}>
              {classNameOf(each)}
            </option>
          ))}
        </Choice>
        <Choice
          name={t('fact.area')}
          value={filter.areaCode ?? ''}
          onChoose={(areaCode) => change({ areaCode: areaCode || null })}
        >
          {(tree.data?.area?.children ?? []).map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </Choice>
        <Choice
          name={t('filter.grade')}
          value={String(filter.grades?.[0] ?? '')}
          onChoose={(grade) => change({ grades: one(grade).map(Number) })}
        >
          {incidentGrades.map((grade) => (
            <option key={grade} value={grade}>
              {t(`incidents:grade.${grade}`)}
            </option>
          ))}
        </Choice>
        <Choice
          name={t('fact.source')}
          value={filter.sources?.[0] ?? ''}
          onChoose={(source) => change({ sources: one(source) })}
        >
          {incidentSources.map((source) => (
            <option key={source} value={source}>
              {t(`incidents:source.${source}`)}
            </option>
          ))}
        </Choice>
        {viewer.role === 'department' ? null : (
          <Choice
            name={t('fact.department')}
            value={filter.departmentCode ?? ''}
            onChoose={(code) => change({ departmentCode: code || null })}
          >
            {(data?.departments ?? []).map((each) => (
              <option key={each.code} value={each.code}>
                {departmentNameOf(each)}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <form className={styles.buttons} aria-label={t('filter.keep')} onSubmit={save}>
        <label htmlFor={nameId}>{t('filter.name')}</label>
        <input
          id={nameId}
          required
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={kept.loading}>
          {t('filter.keep')}
        </Button>
      </form>
      {(kept.error ?? dropped.error) ? (
        <p className={styles.refused}>{failureWords(kept.error ?? dropped.error)}</p>
      ) : null}
    </div>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
};

function Choice({ name, value, onChoose, children }: ChoiceProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('filter.all')}</option>
        {children}
      </select>
    </div>
  );
}

function filterOf(kept: DeskFilterFieldsFragment): WorklistFilterInput {
  const { areaCode, classCodes, grades, sources, departmentCode } = kept;
  return {
    areaCode: areaCode ?? null,
    classCodes,
    grades,
    sources,
    departmentCode: departmentCode ?? null,
  };
}

/** What is absent and what is empty narrow alike: nothing. */
function isSame(a: WorklistFilterInput, b: WorklistFilterInput): boolean {
  const told = ({ areaCode, classCodes, grades, sources, departmentCode }: WorklistFilterInput) =>
    JSON.stringify(
      [areaCode, classCodes, grades, sources, departmentCode].map((each) => each || []),
    );
  return told(a) === told(b);
}
