import { type ReactNode, useState } from 'react';
import styles from './Disclosure.module.css';

/** Something that few need, behind its name. It is made when it is first opened, and then stays. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      className={`${styles.disclosure} no-print`}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {wasOpened && <div className={styles.content}>{children}</div>}
    </details>
  );
}
