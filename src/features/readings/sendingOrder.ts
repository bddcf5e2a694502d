import type { Line, Meter } from './checkRows.ts';

/**
 * The order in which readings are sent: those of one tariff and period together, since the contract bills them for less; but of one connection
 * the earlier before the later.
 * @param rows in the order of their times
 */
export function sendingOrder<Row extends Line>(rows: readonly Row[], meters: ReadonlyMap<bigint, Meter>): Row[] {
  const counts = new Map<bigint, number>();
  const placed = rows.map((row) => {
    const round = counts.get(row.connection) ?? 0;
    counts.set(row.connection, round + 1);
    const { category = 0, billedDay = 0 } = meters.get(row.connection) ?? {};
    return { row, keys: [round, category, billedDay, row.readAt] };
  });
  return placed.sort((a, b) => compare(a.keys, b.keys)).map(({ row }) => row);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((key, index) => key !== b[index]);
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
