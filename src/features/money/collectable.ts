import type { Connection } from '../../chain/reads/connections.ts';

type Account = Pick<Connection, 'charged' | 'credited' | 'collected'>;

/** What bills have earned and payments have covered, and the board has not collected yet. An advance is none of it. */
export function collectableOf({ charged, credited, collected }: Account): bigint {
  return (charged < credited ? charged : credited) - collected;
}
