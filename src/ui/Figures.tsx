import type { ReactNode } from 'react';
import styles from './Figures.module.css';

interface Figure {
  label: string;
  value: ReactNode;
  /** What else there is to know about it. */
  hint?: ReactNode;
}

/** The few figures that a page is about, large, beside each other where there is room. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {items.map(({ label, value, hint }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          {hint && <dd className={styles.hint}>{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
