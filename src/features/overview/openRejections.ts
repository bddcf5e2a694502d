import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { billableOf } from '../../domain/billable.ts';

/** A row that a batch left out. */
export interface Rejection {
  connection: bigint;
  what: 'reading' | 'bill';
  block: bigint;
  time: number;
  /** The error, ABI-encoded. */
  reason: `0x${string}`;
}

/**
 * The rejections that nobody has dealt with since, the latest one of each connection and kind. A reading is dealt with once another one is
 * recorded, in the same block or later; a bill once there is none to issue; both once the connection is closed.
 * @param rejections newest first
 */
export function openRejections(
  rejections: readonly Rejection[],
  connections: readonly WholeConnection[],
  utcOffset: number,
): Rejection[] {
  const byNumber = new Map(connections.map((connection) => [connection.number, connection]));
  const seen = new Set<string>();
  return rejections.filter((rejection) => {
    const key = `${rejection.what} ${rejection.connection}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const connection = byNumber.get(rejection.connection);
    if (!connection) return true;
    if (connection.isClosed) return false;
    if (rejection.what === 'reading') return connection.readingBlock < rejection.block;
    return billableOf(connection, utcOffset).isReady;
  });
}
