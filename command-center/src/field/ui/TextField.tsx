import { useId } from 'react';
import styles from './Field.module.css';

type TextFieldProps = {
  label: string;
  value: string;
  onWrite: (text: string) => void;
  rows?: number;
  maxLength: number;
  required?: boolean;
};

export function TextField({ label, value, onWrite, rows, maxLength, required }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows ?? 2}
        maxLength={maxLength}
        required={required}
        value={value}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  );
}
