import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `plain`: text only; `solid`: the one thing to do here. */
  look?: 'plain' | 'quiet' | 'solid';
  /** The key that does the same, shown beside the words. */
  shortcut?: string;
  children: ReactNode;
};

export function Button({ look = 'quiet', shortcut, children, className, ...rest }: ButtonProps) {
  const names = [styles.button, styles[look], className].filter(Boolean).join(' ');
  return (
    <button type="button" {...rest} className={names}>
      {children}
      {shortcut ? <kbd className={styles.key}>{shortcut}</kbd> : null}
    </button>
  );
}
