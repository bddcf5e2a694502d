import type { Bill, MoneyEntry, Surcharge } from './entries.ts';

/** A bill and the late surcharge that came with it, as one debt: the surcharge is paid just before the bill. */
export interface Debt {
  /** Of the bill. */
  number: number;
  dueDay: number;
  /** Of both. */
  amount: bigint;
  chargedAfter: bigint;
  bill: Bill;
  surcharge: Surcharge | null;
}

/** @param entries newest first; all of a block, where any of it */
export function debtsOf(entries: readonly MoneyEntry[]): Debt[] {
  const surcharges = new Map(entries.flatMap((entry) => (entry.type === 'surcharge' ? [[entry.bill, entry]] : [])));
  return entries
    .filter((entry) => entry.type === 'bill')
    .map((bill) => {
      const { number, dueDay, chargedAfter } = bill;
      const surcharge = surcharges.get(number) ?? null;
      return { number, dueDay, chargedAfter, amount: bill.amount + (surcharge?.amount ?? 0n), bill, surcharge };
    });
}
