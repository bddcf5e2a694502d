import type { ReactNode } from 'react';
import styles from './Layout.module.css';

/** A screen: a page header and panels below each other. */
export function Page({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

/** Two columns where there is room, the first one broader unless `even`. */
export function Columns({ even, children }: { even?: boolean; children: ReactNode }) {
  return <div className={`${styles.columns} ${even ? styles.even : ''}`}>{children}</div>;
}

/** Things below each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** Things beside each other, such as buttons; they wrap. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
