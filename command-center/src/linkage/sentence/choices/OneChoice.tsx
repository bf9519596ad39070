import { useId } from 'react';
import type { Choice } from '../use-choices.ts';
import { Filtered } from './Filtered.tsx';
import styles from '../Sentence.module.css';

type OneChoiceProps = {
  choices: readonly Choice[];
  value: string;
  onChoose: (value: string) => void;
};

/** One of several. */
export function OneChoice({ choices, value, onChoose }: OneChoiceProps) {
  const name = useId();
  return (
    <Filtered choices={choices}>
      {(shown) =>
        shown.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            {choice.words}
          </label>
        ))
      }
    </Filtered>
  );
}
