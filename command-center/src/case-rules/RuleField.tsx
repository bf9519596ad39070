import { useId, type ReactNode } from 'react';
import styles from './CaseRules.module.css';

type RuleFieldProps = { name: string; wide?: boolean; children: (id: string) => ReactNode };

export function RuleField({ name, wide = false, children }: RuleFieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={wide}>
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}
