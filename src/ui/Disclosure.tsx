import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Something that few need, behind its name. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={`${styles.disclosure} no-print`}>
      <summary>{title}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
