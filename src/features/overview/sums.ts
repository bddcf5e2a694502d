import type { Connection } from '../../chain/reads/connections.ts';
import { advance, arrears } from '../../domain/ledger.ts';

/** What all connections together owe and have paid ahead, and how many of each there are. */
export function ledgerSums(connections: readonly Pick<Connection, 'charged' | 'credited'>[]) {
  const sums = { arrears: 0n, owing: 0, advances: 0n, ahead: 0 };
  for (const { charged, credited } of connections) {
    sums.arrears += arrears(charged, credited);
    sums.advances += advance(charged, credited);
    if (charged > credited) sums.owing++;
    if (charged < credited) sums.ahead++;
  }
  return sums;
}
