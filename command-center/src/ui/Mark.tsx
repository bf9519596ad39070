import type { ReactNode } from 'react';
import styles from './Mark.module.css';

type MarkProps = {
  shape: 'disc' | 'square' | 'diamond' | 'triangle' | 'ring' | 'line' | 'fill' | 'cone';
  /** A token's name without its dashes. */
  color: string;
  label?: string | undefined;
  /** What stands within the shape, in its 16 by 16 units. */
  children?: ReactNode;
};

const outlines: Record<MarkProps['shape'], string> = {
  disc: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z',
  square:
    'M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.500v-9A1.5 1.5 0 0 1 3.5 2Z',
  diamond: 'M8 .8 15.200 8 8 15.200.8 8Z',
  triangle: 'M8 1.200 15.500 14.500H.5Z',
  ring: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Zm0 2.200a4.300 4.300 0 1 0 0 8.600a4.300 4.300 0 1 0 0-8.600Z',
  line: 'M0 7h16v2H0Z',
  fill: 'M1 3h14v10H1Z',
  cone: 'M2 14 6 1.500a12 12 0 0 1 9 9Z',
};

/** State by shape and colour, in the line of text; with a label it speaks, without it is ornament. */
export function Mark({ shape, color, label, children }: MarkProps) {
  const speaks = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg
      className={children ? styles.signed : styles.mark}
      viewBox="0 0 16 16"
      style={{ color: `var(--${color})` }}
      {...speaks}
    >
      <path d={outlines[shape]} fill="currentcolor" fillRule="evenodd" />
      {children}
    </svg>
  );
}
