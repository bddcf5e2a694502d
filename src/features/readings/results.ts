import type { IssuedBill } from '../../chain/transactions/issuedBills.ts';
import type { RejectedRow } from '../../chain/transactions/rejectedRows.ts';
import type { Words } from '../../messages/words.ts';
import type { Line } from './checkRows.ts';

/** What became of a row: its reading, and its bill where one was asked for. */
export interface RowResult {
  row: Line;
  /** Why the reading was refused; null when it was recorded. */
  problem: Words | null;
  bill: IssuedBill | null;
  /** Why it was not billed. */
  billProblem: Words | null;
}

/** The results of the rows of one transaction, in which each connection stands once. */
export function resultsOf(
  rows: readonly Line[],
  rejected: readonly RejectedRow[],
  bills: readonly IssuedBill[],
): RowResult[] {
  const problemOf = (what: RejectedRow['what'], connection: bigint) =>
    rejected.find((row) => row.what === what && row.connection === connection)?.problem ?? null;
  return rows.map((row) => ({
    row,
    problem: problemOf('reading', row.connection),
    bill: bills.find(({ connection }) => connection === row.connection) ?? null,
    billProblem: problemOf('bill', row.connection),
  }));
}
