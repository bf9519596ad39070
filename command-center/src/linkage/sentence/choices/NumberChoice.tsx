import { useId } from 'react';
import styles from '../Sentence.module.css';

type NumberChoiceProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

/** A whole number in its unit, which the label names. */
export function NumberChoice({ label, value, min, max, onChange }: NumberChoiceProps) {
  const id = useId();
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        value={Number.isNaN(value) ? '' : value}
        min={min}
        max={max}
        step={1}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </p>
  );
}
