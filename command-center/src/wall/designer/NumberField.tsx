import { useState } from 'react';

type NumberFieldProps = {
  name: string;
  label: string;
  value: number;
  step?: number;
  min?: number;
  max?: number;
  onChange: (value: number) => void;
};

/** Taken when the hand leaves the field or presses Enter: half a number is no place on a wall. */
export function NumberField({
  name,
  label,
  value,
  step = 1,
  min,
  max,
  onChange,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed === null) return;
    const number = Number(typed);
    setTyped(null);
    if (typed.trim() === '' || !Number.isFinite(number)) return;
    onChange(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number)));
  };
  return (
    <label>
      {label}
      <input
        name={name}
        type="number"
        step={step}
        min={min}
        max={max}
        value={typed ?? String(Math.round(value * 1000) / 1000)}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
    </label>
  );
}
