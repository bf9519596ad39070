import type { Choice } from '../use-choices.ts';
import { Filtered } from './Filtered.tsx';
import styles from '../Sentence.module.css';

type ManyChoiceProps = {
  choices: readonly Choice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
};

/** Any of several, kept in the order of the list. */
export function ManyChoice({ choices, values, onChange }: ManyChoiceProps) {
  const toggle = (value: string): void => {
    const chosen = values.includes(value)
      ? values.filter((each) => each !== value)
      : [...values, value];
    const known = choices.map((choice) => choice.value);
    onChange(chosen.sort((a, b) => known.indexOf(a) - known.indexOf(b)));
  };
  return (
    <Filtered choices={choices}>
      {(shown) =>
        shown.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="checkbox"
              value={choice.value}
              checked={values.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
            {choice.words}
          </label>
        ))
      }
    </Filtered>
  );
}
