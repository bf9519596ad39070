import type { ReactNode } from 'react';
import styles from './Facts.module.css';

type FactsProps = { facts: readonly (readonly [name: string, value: ReactNode])[] };

/** What is known of a thing, name beside value; what is not known is left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.name}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
