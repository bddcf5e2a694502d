import type { IssuedBill } from '../../chain/transactions/issuedBills.ts';
import type { RejectedRow } from '../../chain/transactions/rejectedRows.ts';
import type { Words } from '../../messages/words.ts';

/** What became of a connection in a billing run. */
export interface BillResult {
  connection: bigint;
  bill: IssuedBill | null;
  /** Why it was not billed. */
  problem: Words | null;
}

/** The results of the connections of one transaction, in which each stands once. */
export function resultsOf(
  connections: readonly { number: bigint }[],
  bills: readonly IssuedBill[],
  rejected: readonly RejectedRow[],
): BillResult[] {
  const billOf = new Map(bills.map((bill) => [bill.connection, bill]));
  const problemOf = new Map(rejected.map(({ connection, problem }) => [connection, problem]));
  return connections.map(({ number }) => ({
    connection: number,
    bill: billOf.get(number) ?? null,
    problem: problemOf.get(number) ?? null,
  }));
}
