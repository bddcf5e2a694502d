import { computeBill } from '../../domain/tariff/bill.ts';
import { UsageError } from '../../domain/tariff/errors.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import type { Words } from '../../messages/words.ts';

/** What a tariff charges for a usage, or why it has no answer. Amounts in millionths. */
export type Quote = { total: bigint; items: readonly { id: string; amount: bigint }[] } | { problem: Words | null };

export interface Usage {
  wh: bigint;
  loadW: bigint;
  fromDay: number;
  toDay: number;
}

/** The browser's own computation. */
export function quoteOf(tariff: Tariff, { wh, loadW, fromDay, toDay }: Usage): Quote {
  try {
    const { total, items } = computeBill(tariff, { energy: wh, load: loadW, fromDay, toDay });
    return { total, items: items.filter(({ printed }) => printed).map(({ id, amount }) => ({ id, amount })) };
  } catch (error) {
    if (error instanceof UsageError) return { problem: null };
    throw error;
  }
}

/** Whether browser and contract come to the same total and the same items, or both to none. */
export function agree(a: Quote, b: Quote): boolean {
  if ('problem' in a || 'problem' in b) return 'problem' in a && 'problem' in b;
  return (
    a.total === b.total &&
    a.items.length === b.items.length &&
    a.items.every(({ id, amount }, index) => b.items[index]?.id === id && b.items[index]?.amount === amount)
  );
}
