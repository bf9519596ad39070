import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  CaseStandardsDocument,
  RetireCaseStandardDocument,
  SetClassRetiredDocument,
  type CaseStandardsQuery,
  type StandardLineFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { RuleRefusal } from './RuleRefusal.tsx';
import { StandardForm } from './StandardForm.tsx';
import styles from './CaseRules.module.css';

type Kept = { mayKeep: boolean };
type IncidentClass = CaseStandardsQuery['incidentClasses'][number];

/** One class at a time: its conditions with limit and closing condition. */
export function StandardsTab({ mayKeep }: Kept) {
  const { t } = useTranslation('case-rules');
  const nameOf = useClassName();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(CaseStandardsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <PanelFaces
      of={face}
      emptyWords={t('noClasses')}
      isEmpty={(all) => !all.incidentClasses.length}
    >
      {({ incidentClasses, caseStandards, departments }) => {
        const first = caseStandards[0]?.classCode ?? incidentClasses[0]?.code;
        const shown = incidentClasses.find(({ code }) => code === (chosen ?? first));
        const countOf = (code: string) =>
          caseStandards.filter((each) => each.classCode === code && !each.retiredAt).length;
        return (
          <div className={styles.columns}>
            <nav className={styles.classes} aria-label={t('classes')}>
              {incidentClasses.map((each) => (
                <button
                  key={each.code}
                  type="button"
                  data-class={each.code}
                  aria-current={each.code === shown?.code}
                  onClick={() => setChosen(each.code)}
                >
                  {nameOf(each)}
                  <span className={styles.quiet}>
                    {each.retiredAt ? t('retired') : countOf(each.code) || ''}
                  </span>
                </button>
              ))}
            </nav>
            {shown ? (
              <ClassStandards
                key={shown.code}
                of={shown}
                standards={caseStandards.filter((each) => each.classCode === shown.code)}
                departments={departments}
                mayKeep={mayKeep}
                onChange={() => void refetch()}
              />
            ) : null}
          </div>
        );
      }}
    </PanelFaces>
  );
}

type ClassStandardsProps = Kept & {
  of: IncidentClass;
  standards: readonly StandardLineFragment[];
  departments: CaseStandardsQuery['departments'];
  onChange: () => void;
};

function ClassStandards(props: ClassStandardsProps) {
  const { of, standards, departments, mayKeep, onChange } = props;
  const { t } = useTranslation('case-rules');
  const nameOf = useClassName();
  const [edited, setEdited] = useState<StandardLineFragment | 'new' | null>(null);
  const [retireClass, retiring] = useMutation(SetClassRetiredDocument);
  const [retire, retired] = useMutation(RetireCaseStandardDocument);
  const departmentOf = ({ departmentCode }: StandardLineFragment): string => {
    const department = departments.find(({ code }) => code === departmentCode);
    return department ? nameOf(department) : (departmentCode ?? t('departmentOfClass'));
  };
  const done = (): void => {
    setEdited(null);
    onChange();
  };
  const setClass = (isRetired: boolean): void => {
    const variables = { commandId: newCommandId(), code: of.code, retired: isRetired };
    // A refusal is said below.
    retireClass({ variables }).then(onChange, () => {});
  };
  const drop = ({ id, version }: StandardLineFragment): void => {
    retire({ variables: { commandId: newCommandId(), id, version } }).then(onChange, () => {});
  };
  return (
    <section className={styles.section}>
      <h3>
        {nameOf(of)} <span className={styles.quiet}>{of.code}</span>
      </h3>
      {standards.length === 0 ? <p className={styles.quiet}>{t('noStandards')}</p> : null}
      {standards.length > 0 ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('condition')}</th>
              <th>{t('limit')}</th>
              <th>{t('closeCondition')}</th>
              <th>{t('department')}</th>
              <th aria-label={t('acts')} />
            </tr>
          </thead>
          <tbody>
            {standards.map((each) => (
              <tr key={each.id} data-standard={each.id} data-retired={Boolean(each.retiredAt)}>
                <td>{each.condition}</td>
                <td>
                  {each.limitValue} {t(`unit.${each.limitUnit}`)}
                </td>
                <td>{each.closeCondition}</td>
                <td>{departmentOf(each)}</td>
                <td className={styles.acts}>
                  {each.retiredAt ? <span className={styles.quiet}>{t('retired')}</span> : null}
                  {mayKeep && !each.retiredAt ? (
                    <>
                      <Button onClick={() => setEdited(each)}>{t('edit')}</Button>
                      <Button onClick={() => drop(each)}>{t('retire')}</Button>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <RuleRefusal error={retired.error ?? retiring.error} />
      {mayKeep && edited === null ? (
        <div className={styles.acts}>
          <Button look="solid" onClick={() => setEdited('new')}>
            {t('add')}
          </Button>
          <Button onClick={() => setClass(!of.retiredAt)}>
            {t(of.retiredAt ? 'useClass' : 'retireClass')}
          </Button>
        </div>
      ) : null}
      {edited ? (
        <StandardForm
          key={edited === 'new' ? 'new' : edited.id}
          classCode={of.code}
          standard={edited === 'new' ? null : edited}
          departments={departments}
          onDone={done}
          onDrop={() => setEdited(null)}
        />
      ) : null}
    </section>
  );
}
