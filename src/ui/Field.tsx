import { type ReactNode, useId } from 'react';
import { useT } from '../messages/useMessages.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

export interface FieldProps {
  label: string;
  /** What to put in, in a few words. */
  hint?: ReactNode;
  /** What is wrong with the value and what would be right. */
  error?: string | null;
  optional?: boolean;
}

export interface ControlProps {
  id: string;
  className: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** Label, hint and error of a control, tied to it for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const t = useT();
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>({t('common.optional')})</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {children({
        id,
        className: styles.control,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <span id={`${id}-error`} className={styles.error} aria-live="polite">
        {error && (
          <>
            <Icon name="warn" size={18} /> {error}
          </>
        )}
      </span>
    </div>
  );
}
