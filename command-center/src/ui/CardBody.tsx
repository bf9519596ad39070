import type { ReactNode } from 'react';
import styles from './CardBody.module.css';

/** What a thing's card holds: its name, then what is known. */
export function CardBody({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.body}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </div>
  );
}
