import { useId, type ReactNode } from 'react';
import styles from './Intake.module.css';

type FieldProps = { name: string; wide?: boolean; children: (id: string) => ReactNode };

/** A named field of a form. */
export function Field({ name, wide = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={wide}>
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}
