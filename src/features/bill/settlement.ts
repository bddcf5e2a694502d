import { openAmount } from '../../domain/ledger.ts';

interface BillEntry {
  type: 'bill';
  number: number;
  chargedAfter: bigint;
  amount: bigint;
}

/** What was paid, or credited by the board. */
interface CreditEntry {
  amount: bigint;
  creditedAfter: bigint;
}

/** What of a history this goes by; money in millionths of the currency. */
type Entry = { type: string; bill?: number; amount?: bigint; creditedAfter?: bigint };

/**
 * What was owed when a bill was issued, without it and without what came with it: late surcharge, a credit for estimates. Below zero it was an advance.
 * @param entries The connection's whole history, newest first, the bill among them.
 */
export function owedBefore<Bill extends BillEntry>(bill: Bill, entries: readonly (Bill | Entry)[]): bigint {
  const older = entries.slice(entries.indexOf(bill) + 1) as Entry[];
  const isOwn = ({ type, bill: number }: Entry) => (type === 'surcharge' || type === 'span') && number === bill.number;
  const surcharge = older.find((entry) => entry.type === 'surcharge' && isOwn(entry))?.amount ?? 0n;
  const credited = older.find((entry) => entry.creditedAfter !== undefined && !isOwn(entry))?.creditedAfter ?? 0n;
  return bill.chargedAfter - bill.amount - surcharge - credited;
}

/** The payments and credits that went into a debt, in the order given, each with the part of it that did. */
export function creditsFor<Credit extends CreditEntry>(
  debt: { chargedAfter: bigint; amount: bigint },
  credits: readonly Credit[],
): { credit: Credit; part: bigint }[] {
  return credits
    .map((credit) => {
      const { amount, creditedAfter } = credit;
      return { credit, part: openAmount(debt, creditedAfter - amount) - openAmount(debt, creditedAfter) };
    })
    .filter(({ part }) => part > 0n);
}
