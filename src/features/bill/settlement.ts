import { openAmount } from '../../domain/ledger.ts';

interface BillEntry {
  type: 'bill';
  chargedAfter: bigint;
  amount: bigint;
}

/** What was paid, or credited by the board. */
interface CreditEntry {
  type: 'payment' | 'creditNote';
  amount: bigint;
  creditedAfter: bigint;
}

/** What of a history this goes by; money in millionths of the currency. */
type Entry = BillEntry | CreditEntry | { type: 'refund' | 'handover' | 'registration' };

/**
 * What was owed when a bill was issued, without it; below zero it was an advance.
 * @param entries The connection's whole history, newest first, the bill among them.
 */
export function owedBefore<Bill extends BillEntry>(bill: Bill, entries: readonly (Bill | Entry)[]): bigint {
  const older = entries.slice(entries.indexOf(bill) + 1);
  const credit = older.find(({ type }) => type === 'payment' || type === 'creditNote') as CreditEntry | undefined;
  return bill.chargedAfter - bill.amount - (credit?.creditedAfter ?? 0n);
}

/** The payments and credit notes that went into a bill, in the order given, each with the part of it that did. */
export function creditsOf<Credit extends CreditEntry>(
  bill: BillEntry,
  credits: readonly Credit[],
): { credit: Credit; part: bigint }[] {
  return credits
    .map((credit) => {
      const { amount, creditedAfter } = credit;
      return { credit, part: openAmount(bill, creditedAfter - amount) - openAmount(bill, creditedAfter) };
    })
    .filter(({ part }) => part > 0n);
}
