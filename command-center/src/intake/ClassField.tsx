import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { IncidentClassesDocument } from '#gis/generated/graphql.ts';
import { useClassName } from '#words/use-class-name.ts';
import { fittingClasses } from './fitting-classes.ts';
import { Field } from './Field.tsx';
import styles from './Intake.module.css';

type ClassFieldProps = {
  value: string;
  /** What it is about: its classes are offered before anybody searches. */
  componentCode?: string | undefined;
  onChoose: (classCode: string) => void;
};

const mostOffered = 8;

/** The class of a case, found by a part of its name or code. */
export function ClassField({ value, componentCode, onChoose }: ClassFieldProps) {
  const { t } = useTranslation('intake');
  const nameOf = useClassName();
  const [text, setText] = useState('');
  const { data } = useQuery(IncidentClassesDocument);
  const classes = data?.incidentClasses ?? [];
  const chosen = classes.find(({ code }) => code === value);
  const wanted = text.trim().toLowerCase();
  const fitting = componentCode === undefined ? [] : fittingClasses(classes, componentCode);
  const found =
    wanted === ''
      ? fitting
      : classes.filter(({ code, nameZh, nameEn }) =>
          [code, nameZh, nameEn].some((each) => each.toLowerCase().includes(wanted)),
        );
  return (
    <>
      <Field name={t('class')} wide>
        {(id) => (
          <input
            id={id}
            type="search"
            autoComplete="off"
            placeholder={chosen ? nameOf(chosen) : t('classHint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {chosen && wanted === '' ? (
        <p className={styles.chosen} data-class={chosen.code}>
          {nameOf(chosen)} <span className={styles.quiet}>{chosen.code}</span>
        </p>
      ) : wanted === '' && fitting.length === 0 ? null : (
        <ul className={styles.offers}>
          {found.slice(0, mostOffered).map((each) => (
            <li key={each.code}>
              <button
                type="button"
                data-offer={each.code}
                onClick={() => {
                  onChoose(each.code);
                  setText('');
                }}
              >
                {nameOf(each)} <span className={styles.quiet}>{each.code}</span>
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className={styles.quiet}>{t('noClass')}</li> : null}
        </ul>
      )}
    </>
  );
}
