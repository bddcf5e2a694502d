import { type ReactNode, useId } from 'react';
import styles from './ChoiceField.module.css';

interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T;
  onValue: (value: T) => void;
  options: readonly { value: T; label: string; detail?: ReactNode }[];
}

/** One of a few, all in sight, each with room for a finger. */
export function ChoiceField<T extends string>({ label, value, onValue, options }: ChoiceFieldProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span className={styles.label}>{option.label}</span>
          {option.detail && <span>{option.detail}</span>}
        </label>
      ))}
    </fieldset>
  );
}
