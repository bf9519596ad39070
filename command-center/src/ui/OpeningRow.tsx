import type { ButtonHTMLAttributes } from 'react';
import styles from './OpeningRow.module.css';

type OpeningRowProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick'> & {
  /** Null where the row leads nowhere: it is read alone. */
  onOpen: (() => void) | null;
};

/** A row of a list that leads to what it names. */
export function OpeningRow({ onOpen, className, title, children, ...rest }: OpeningRowProps) {
  const names = `${styles.row} ${className ?? styles.nameAndState}`;
  return onOpen ? (
    <button type="button" {...rest} title={title} className={names} onClick={onOpen}>
      {children}
    </button>
  ) : (
    <div className={names}>{children}</div>
  );
}
