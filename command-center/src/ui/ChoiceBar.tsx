import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './ChoiceBar.module.css';

type ChoiceBarProps<Choice extends string> = {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  words: (choice: Choice) => string;
  onChoose: (choice: Choice) => void;
  /** The name under which a choice stands in the page: `tab` is written as data-tab. */
  mark?: string;
  className?: string | undefined;
  /** Behind the choices. */
  children?: ReactNode;
};

/** One of a few, all in sight. */
export function ChoiceBar<Choice extends string>(props: ChoiceBarProps<Choice>) {
  const { label, choices, chosen, words, onChoose, mark, className, children } = props;
  return (
    <span className={`${styles.bar} ${className ?? ''}`} role="toolbar" aria-label={label}>
      {choices.map((each) => (
        <Button
          key={each}
          aria-pressed={each === chosen}
          {...(mark ? { [`data-${mark}`]: each } : {})}
          onClick={() => onChoose(each)}
        >
          {words(each)}
        </Button>
      ))}
      {children}
    </span>
  );
}
