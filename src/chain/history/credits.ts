import type { CreditNote, MoneyEntry, Payment, Span } from './entries.ts';

/** What lowered what is owed: a payment, a credit note, or what estimates had charged too much. */
export type Credit = Payment | CreditNote | (Span & { amount: bigint });

/** In the order of the entries. */
export function creditsOf(entries: readonly MoneyEntry[]): Credit[] {
  return entries.flatMap((entry): Credit[] => {
    if (entry.type === 'payment' || entry.type === 'creditNote') return [entry];
    return entry.type === 'span' && entry.credit > 0n ? [{ ...entry, amount: entry.credit }] : [];
  });
}
