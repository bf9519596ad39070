import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { dispatchTimes } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  AreaTreeDocument,
  DispatchRulesDocument,
  RemoveDispatchRuleDocument,
  SaveDispatchRuleDocument,
  type DispatchRulesQuery,
} from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useClassName } from '#words/use-class-name.ts';
import { refusalOfMove } from './refusal-of-move.ts';
import { openDepartments } from './open-departments.ts';
import { useDepartmentName } from './use-department-name.ts';
import styles from './DeskSide.module.css';

/** 派遣规则: which class, where and when, goes to whom; the shift leader keeps them. */
export function DispatchRules({ viewer, onClose }: { viewer: Viewer; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(DispatchRulesDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  const mayKeep = viewer.permissions.includes('incident.register');
  return (
    <Panel raised title={t('rules.title')} onClose={onClose} className={styles.panel}>
      <p className={styles.quiet}>{t('rules.order')}</p>
      <PanelFaces of={face} emptyWords={t('rules.none')} isEmpty={() => false}>
        {(all) => (
          <>
            <RuleTable of={all} mayKeep={mayKeep} viewer={viewer} />
            {mayKeep ? <NewRule of={all} viewer={viewer} onSaved={() => void refetch()} /> : null}
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}

type Kept = { of: DispatchRulesQuery; viewer: Viewer };

function RuleTable({ of, mayKeep, viewer }: Kept & { mayKeep: boolean }) {
  const { t } = useTranslation('desk');
  const nameOf = useDepartmentName();
  const classNameOf = useClassName();
  const failureWords = useFailureWords();
  const [remove, { error, loading }] = useMutation(RemoveDispatchRuleDocument, {
    refetchQueries: [DispatchRulesDocument],
  });
  if (of.dispatchRules.length === 0) return <p className={styles.quiet}>{t('rules.none')}</p>;
  return (
    <>
      <table className={styles.table} data-dispatch-rules={of.dispatchRules.length}>
        <thead>
          <tr>
            {['class', 'area', 'during', 'department'].map((column) => (
              <th key={column} scope="col">
                {t(`rules.column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('rules.column.by')}</th>
            {mayKeep ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {of.dispatchRules.map((rule) => (
            <tr key={rule.id}>
              <td>{rule.class ? classNameOf(rule.class) : t('rules.anyClass')}</td>
              <td>{rule.area?.name ?? t('rules.above')}</td>
              <td>{t(`rules.during.${rule.during}`)}</td>
              <td>{nameOf(rule.department)}</td>
              <td>{rule.changedBy}</td>
              {mayKeep ? (
                <td>
                  {rule.areaCode.startsWith(viewer.area.code) ? (
                    <Button
                      look="plain"
                      disabled={loading}
                      onClick={() => {
                        remove({ variables: { commandId: newCommandId(), id: rule.id } }).catch(
                          () => undefined, // Said below.
                        );
                      }}
                    >
                      {t('rules.remove')}
                    </Button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {error ? <p className={styles.refused}>{failureWords(error)}</p> : null}
    </>
  );
}

function NewRule({ of, viewer, onSaved }: Kept & { onSaved: () => void }) {
  const { t } = useTranslation('desk');
  const nameOf = useDepartmentName();
  const classNameOf = useClassName();
  const failureWords = useFailureWords();
  const [rule, setRule] = useState({
    classCode: '',
    areaCode: viewer.area.code,
    during: 'always',
    departmentCode: '',
  });
  const tree = useQuery(AreaTreeDocument, { variables: { code: viewer.area.code } });
  const [save, { error, loading }] = useMutation(SaveDispatchRuleDocument);
  const change = (part: Partial<typeof rule>): void => setRule({ ...rule, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = { ...rule, commandId: newCommandId(), classCode: rule.classCode || null };
    save({ variables: { input } }).then(
      () => {
        change({ classCode: '', departmentCode: '' });
        onSaved();
      },
      () => undefined, // Said below, with all that was chosen.
    );
  };
  const top = tree.data?.area;
  const refused = error ? refusalOfMove(error) : null;
  return (
    <form className={styles.form} aria-label={t('rules.new')} onSubmit={submit}>
      <Choice
        name={t('rules.column.class')}
        value={rule.classCode}
        onChoose={(classCode) => change({ classCode })}
      >
        <option value="">{t('rules.anyClass')}</option>
        {of.incidentClasses.map((each) => (
          <option key={each.code} value={each.code}>
            {classNameOf(each)}
          </option>
        ))}
      </Choice>
      <Choice
        name={t('rules.column.area')}
        value={rule.areaCode}
        onChoose={(areaCode) => change({ areaCode })}
      >
        <option value={viewer.area.code}>{viewer.area.name}</option>
        {(top?.children ?? []).map((each) => (
          <option key={each.code} value={each.code}>
            {each.name}
          </option>
        ))}
      </Choice>
      <Choice
        name={t('rules.column.during')}
        value={rule.during}
        onChoose={(during) => change({ during })}
      >
        {dispatchTimes.map((during) => (
          <option key={during} value={during}>
            {t(`rules.during.${during}`)}
          </option>
        ))}
      </Choice>
      <Choice
        name={t('rules.column.department')}
        value={rule.departmentCode}
        required
        onChoose={(departmentCode) => change({ departmentCode })}
      >
        <option value="">{t('choose')}</option>
        {openDepartments(of.departments).map((each) => (
          <option key={each.code} value={each.code}>
            {nameOf(each)}
          </option>
        ))}
      </Choice>
      <Button look="solid" type="submit" disabled={loading}>
        {t('rules.add')}
      </Button>
      {error ? (
        <p className={styles.refused} role="alert">
          {refused?.reason === 'rule-exists' ? t('rules.exists') : failureWords(error)}
        </p>
      ) : null}
    </form>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  required?: boolean;
  onChoose: (value: string) => void;
  children: ReactNode;
};

function Choice({ name, value, required = false, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        required={required}
        onChange={(event) => onChoose(event.target.value)}
      >
        {children}
      </select>
    </div>
  );
}
