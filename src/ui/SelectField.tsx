import { Field, type FieldProps } from './Field.tsx';

interface SelectFieldProps<T extends string> extends FieldProps {
  value: T;
  onValue: (value: T) => void;
  options: readonly { value: T; label: string }[];
}

export function SelectField<T extends string>({
  label,
  hint,
  error,
  optional,
  value,
  onValue,
  options,
}: SelectFieldProps<T>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
