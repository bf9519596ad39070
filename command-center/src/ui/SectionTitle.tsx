import type { ReactNode } from 'react';
import styles from './SectionTitle.module.css';

/** Heads a part of a card. */
export function SectionTitle({ children }: { children: ReactNode }) {
  return <h4 className={styles.title}>{children}</h4>;
}
