import { useState } from 'react';
import type { Connection } from '../../chain/reads/connections.ts';
import { Pager } from '../../ui/Pager.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import styles from './ConnectionCards.module.css';

const perPage = 12;

/** A wallet's connections by consumer number, each with what is due. */
export function ConnectionCards({ connections }: { connections: readonly Connection[] }) {
  const [offset, setOffset] = useState(0);
  const sorted = [...connections].sort((a, b) => (a.number < b.number ? -1 : 1));
  return (
    <>
      <ul className={styles.cards}>
        {sorted.slice(offset, offset + perPage).map((connection) => (
          <li key={String(connection.number)}>
            <ConnectionCard connection={connection} />
          </li>
        ))}
      </ul>
      <Pager offset={offset} limit={perPage} total={sorted.length} onOffset={setOffset} />
    </>
  );
}
