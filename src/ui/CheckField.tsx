import { type ReactNode, useId } from 'react';
import styles from './CheckField.module.css';

interface CheckFieldProps {
  label: string;
  value: boolean;
  onValue: (value: boolean) => void;
  hint?: ReactNode;
  disabled?: boolean;
}

/** Yes or no. */
export function CheckField({ label, value, onValue, hint, disabled }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={value}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onValue(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
