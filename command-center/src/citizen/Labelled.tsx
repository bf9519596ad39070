import { useId, type ReactNode } from 'react';
import styles from './Citizen.module.css';

type LabelledProps = { name: string; children: (id: string) => ReactNode };

/** A field under its name, wide enough for a thumb. */
export function Labelled({ name, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}
