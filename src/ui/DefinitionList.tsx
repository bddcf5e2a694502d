import type { ReactNode } from 'react';
import styles from './DefinitionList.module.css';

/** Facts and their names, side by side where there is room. */
export function DefinitionList({ items }: { items: readonly { term: string; detail: ReactNode }[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ term, detail }) => (
        <div key={term} className={styles.item}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
