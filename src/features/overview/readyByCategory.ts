import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { billableOf } from '../../domain/billable.ts';

/** Connections that can be billed now, and their energy in Wh, for each tariff category that has any. */
export function readyByCategory(connections: readonly WholeConnection[], utcOffset: number) {
  const sums = new Map<number, { category: number; count: number; energy: bigint }>();
  for (const connection of connections) {
    const billable = billableOf(connection, utcOffset);
    if (connection.isClosed || !billable.isReady) continue;
    const { category } = connection;
    const sum = sums.get(category) ?? { category, count: 0, energy: 0n };
    sums.set(category, { category, count: sum.count + 1, energy: sum.energy + billable.energy });
  }
  return [...sums.values()].sort((a, b) => a.category - b.category);
}
