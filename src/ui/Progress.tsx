import { useId } from 'react';
import styles from './Progress.module.css';

interface ProgressProps {
  label: string;
  /** How far it is; without it, it only shows that something goes on. */
  value?: number;
  max?: number;
  /** The same in words, such as "12 of 40". */
  text?: string;
}

export function Progress({ label, value, max = 1, text }: ProgressProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <span className={styles.words}>
        <label htmlFor={id}>{label}</label>
        <span>{text}</span>
      </span>
      <progress id={id} className={styles.bar} value={value} max={max} aria-valuetext={text} />
    </div>
  );
}
