import type { OpenBill } from './openBills.ts';

export interface OverdueConnection {
  number: bigint;
  /** What is overdue, of all its bills. */
  amount: bigint;
  /** Due day of the oldest bill that is not paid. */
  since: number;
}

/** Connections with bills past their due day, the largest amount first. */
export function overdueConnections(bills: readonly OpenBill[], today: number): OverdueConnection[] {
  const overdue = new Map<bigint, OverdueConnection>();
  for (const { connection, bill, open } of bills) {
    if (bill.dueDay >= today) continue;
    const before = overdue.get(connection.number);
    overdue.set(connection.number, {
      number: connection.number,
      amount: (before?.amount ?? 0n) + open,
      since: Math.min(before?.since ?? bill.dueDay, bill.dueDay),
    });
  }
  return [...overdue.values()].sort((a, b) => (a.amount < b.amount ? 1 : -1));
}
