import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';

type FieldProps = {
  /** Key of its words, and the form's name of it. */
  name: string;
  fault: string | undefined;
  children: (control: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby': string;
  }) => ReactNode;
};

/** A labelled control with what is wrong about it right below. */
export function Field({ name, fault, children }: FieldProps) {
  const { t } = useTranslation('accounts');
  const id = useId();
  return (
    <div className={styles.field} data-field={name}>
      <label htmlFor={id}>{t(`field.${name}`)}</label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': `${id}-fault` })}
      <span id={`${id}-fault`} className={styles.fault}>
        {fault ? t(`fault.${fault}`) : null}
      </span>
    </div>
  );
}
