import type { ReactNode } from 'react';
import styles from './Titled.module.css';

/** What names something, and a smaller line below it, as in the cell of a table. */
export function Titled({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <span className={styles.titled}>
      <span>{title}</span>
      {children && <span className={styles.below}>{children}</span>}
    </span>
  );
}
