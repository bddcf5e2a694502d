import type { ComponentProps, ReactNode } from 'react';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type Input = Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'value'>;

interface TextFieldProps extends FieldProps, Input {
  value: string;
  onValue: (value: string) => void;
  /** Stands before or after the text, such as a unit. */
  before?: ReactNode;
  after?: ReactNode;
}

export function TextField({ label, hint, error, optional, value, onValue, before, after, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <span className={styles.affixed}>
          {before && <span className={styles.affix}>{before}</span>}
          <input
            type="text"
            autoComplete="off"
            {...input}
            {...control}
            value={value}
            onChange={(event) => onValue(event.target.value)}
          />
          {after && <span className={styles.affix}>{after}</span>}
        </span>
      )}
    </Field>
  );
}

interface TextAreaFieldProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  placeholder?: string;
}

export function TextAreaField({ label, hint, error, optional, value, onValue, placeholder }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <textarea
          {...control}
          spellCheck={false}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
