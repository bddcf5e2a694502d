import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import type { Tone } from './Notice.tsx';

/** A state in a word or two; the colour only repeats what the word says. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone | 'neutral'; children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}
