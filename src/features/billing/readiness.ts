import type { Connection } from '../../chain/reads/connections.ts';
import { type Billable, billableOf } from '../../domain/billable.ts';

export type Ready = Connection & { billable: Extract<Billable, { isReady: true }> };
export type Waiting = Connection & { billable: Extract<Billable, { isReady: false }> };

/**
 * Which connections can be billed now, and which have to wait. Those of one tariff and period stand together: the contract bills them for less.
 * @param category null for all
 */
export function readiness(
  connections: readonly Connection[],
  category: number | null,
  utcOffset: number,
): { ready: Ready[]; waiting: Waiting[] } {
  const ready: Ready[] = [];
  const waiting: Waiting[] = [];
  for (const connection of connections) {
    if (category !== null && connection.category !== category) continue;
    const billable = billableOf(connection, utcOffset);
    if (billable.isReady) ready.push({ ...connection, billable });
    else waiting.push({ ...connection, billable });
  }
  ready.sort(
    (a, b) => a.category - b.category || a.billable.fromDay - b.billable.fromDay || a.billable.toDay - b.billable.toDay,
  );
  return { ready, waiting };
}
