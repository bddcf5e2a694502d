import { openAmount } from '../../domain/ledger.ts';

interface BillEntry {
  type: 'bill';
  chargedAfter: bigint;
  amount: bigint;
}

interface PaymentEntry {
  type: 'payment';
  amount: bigint;
  creditedAfter: bigint;
}

/** What of a history this goes by; money in millionths of the currency. */
type Entry = BillEntry | PaymentEntry | { type: 'refund' | 'handover' | 'registration' };

/**
 * What was owed when a bill was issued, without it; below zero it was an advance.
 * @param entries The connection's whole history, newest first, the bill among them.
 */
export function owedBefore<Bill extends BillEntry>(bill: Bill, entries: readonly (Bill | Entry)[]): bigint {
  const older = entries.slice(entries.indexOf(bill) + 1);
  const payment = older.find((entry) => entry.type === 'payment') as PaymentEntry | undefined;
  return bill.chargedAfter - bill.amount - (payment?.creditedAfter ?? 0n);
}

/** The payments that went into a bill, in the order given, each with the part of it that did. */
export function paymentsOf<Payment extends PaymentEntry>(
  bill: BillEntry,
  payments: readonly Payment[],
): { payment: Payment; part: bigint }[] {
  return payments
    .map((payment) => {
      const { amount, creditedAfter } = payment;
      return { payment, part: openAmount(bill, creditedAfter - amount) - openAmount(bill, creditedAfter) };
    })
    .filter(({ part }) => part > 0n);
}
