import type { Bill, MoneyEntry, Span, Surcharge } from '../../chain/history/entries.ts';

/** What a bill's history says about how it came about. */
export interface BillContext {
  /** The agreement that it was billed by. */
  agreement: number;
  /** Bills issued before it, newest first. */
  before: Bill[];
  /** The bills on estimates that it replaces, newest first. */
  estimates: Bill[];
  /** The bill on a reading that has replaced this one. */
  replacedBy: number | null;
  span: Span | null;
  surcharge: Surcharge | null;
}

/** @param entries the connection's whole history, newest first */
export function billContextOf({ number, kind }: Bill, entries: readonly MoneyEntry[]): BillContext {
  const bills = entries.filter((entry) => entry.type === 'bill');
  const before = bills.filter((bill) => bill.number < number);
  const lastRead = before.findIndex((bill) => bill.kind !== 'estimated');
  const estimates = before.slice(0, lastRead < 0 ? before.length : lastRead);
  const newer = bills.findLast((bill) => bill.number > number && bill.kind !== 'estimated');
  return {
    agreement: agreementFor(number, entries),
    before,
    estimates: kind === 'estimated' ? [] : estimates,
    replacedBy: kind === 'estimated' ? (newer?.number ?? null) : null,
    span: (entries.find((entry) => entry.type === 'span' && entry.bill === number) as Span | undefined) ?? null,
    surcharge:
      (entries.find((entry) => entry.type === 'surcharge' && entry.bill === number) as Surcharge | undefined) ?? null,
  };
}

/** The agreement in force for a bill. @param entries newest first, down to the registration */
export function agreementFor(bill: number, entries: readonly MoneyEntry[]): number {
  for (const entry of entries) {
    if (entry.type === 'agreement' && entry.afterBill < bill) return entry.agreement;
    if (entry.type === 'registration') return entry.agreement;
  }
  throw new RangeError('The history has no registration');
}
