import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { type Billable, billableOf } from '../../domain/billable.ts';

export type Ready = WholeConnection & { billable: Extract<Billable, { isReady: true }> };
export type Waiting = WholeConnection & { billable: Extract<Billable, { isReady: false }> };

/**
 * Which connections can be billed now, and which have to wait; closed ones are left out. Those of one tariff and period stand together: the contract bills them for less.
 * @param category null for all
 */
export function readiness(
  connections: readonly WholeConnection[],
  category: number | null,
  utcOffset: number,
): { ready: Ready[]; waiting: Waiting[] } {
  const ready: Ready[] = [];
  const waiting: Waiting[] = [];
  for (const connection of connections) {
    if (connection.isClosed || (category !== null && connection.category !== category)) continue;
    const billable = billableOf(connection, utcOffset);
    if (billable.isReady) ready.push({ ...connection, billable });
    else waiting.push({ ...connection, billable });
  }
  ready.sort(
    (a, b) => a.category - b.category || a.billable.fromDay - b.billable.fromDay || a.billable.toDay - b.billable.toDay,
  );
  return { ready, waiting };
}
