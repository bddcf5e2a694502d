import { type Debt, debtsOf } from '../../chain/history/debts.ts';
import type { MoneyEntry, Payment, Refund } from '../../chain/history/entries.ts';
import { allocate } from '../../domain/ledger.ts';

export interface Settled {
  /** The bills it went into with their surcharges, the oldest first, and how much of it. */
  bills: { bill: Debt; amount: bigint }[];
  /** The part that was an advance and has been paid back. */
  paidBack: bigint;
  /** The part that is an advance now. */
  advance: bigint;
}

/**
 * What a payment has settled by now; money in millionths of the currency. What is paid back counts as charged, as the ledger has it.
 * @param entries The connection's whole history, newest first.
 * @param charged All that it has been charged by now.
 */
export function settledBy(
  { amount, creditedAfter }: Pick<Payment, 'amount' | 'creditedAfter'>,
  entries: readonly MoneyEntry[],
  charged: bigint,
): Settled {
  const refunds = entries.filter((entry) => entry.type === 'refund');
  const debts = [...debtsOf(entries), ...refunds].sort((a, b) => (a.chargedAfter < b.chargedAfter ? -1 : 1));
  const credit = { before: creditedAfter - amount, after: creditedAfter };
  const { bills: parts, advance } = allocate<Debt | Refund>(debts, credit, charged);
  const paidBack = parts.reduce((sum, part) => ('type' in part.bill ? sum + part.amount : sum), 0n);
  const bills = parts.flatMap(({ bill, amount }) => ('type' in bill ? [] : [{ bill, amount }]));
  return { bills, paidBack, advance };
}
