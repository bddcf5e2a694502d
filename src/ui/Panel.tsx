import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  title?: string;
  /** Buttons or links beside the title. */
  actions?: ReactNode;
  /** `accent` for the one panel a page is about. */
  variant?: 'plain' | 'accent';
  children: ReactNode;
}

export function Panel({ title, actions, variant, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`${styles.panel} ${variant === 'accent' ? styles.accent : ''}`} aria-labelledby={title && id}>
      {(title || actions) && (
        <div className={styles.head}>
          {title && <h2 id={id}>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
