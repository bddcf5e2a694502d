import type { Bill } from '../../chain/history/entries.ts';
import type { BillItem } from '../../domain/tariff/bill.ts';
import { UsageError } from '../../domain/tariff/errors.ts';
import type { TariffVersion } from '../../domain/tariff/usage.ts';
import { type SpanVerification, verifySpanBill } from '../../domain/verify.ts';
import type { BillContext } from './billContext.ts';

/** A bill computed again, or why the tariff has no answer for its figures. */
export type Outcome = { verification: SpanVerification } | { problem: string };

/** Computes an issued bill again with the page's own arithmetic, period by period. */
export function verify(
  bill: Bill,
  { agreement, estimates, span }: Pick<BillContext, 'agreement' | 'estimates' | 'span'>,
  versions: readonly TariffVersion[],
): Outcome {
  const { opening, closing, loadW, fromDay, toDay, amount } = bill;
  try {
    const verification = verifySpanBill({
      versions,
      openingRegister: opening,
      closingRegister: closing,
      load: loadW,
      fromDay,
      toDay,
      amount,
      agreement,
      estimates: estimates.map((estimate) => estimate.amount),
      span,
    });
    return { verification };
  } catch (error) {
    if (error instanceof UsageError) return { problem: error.message };
    throw error;
  }
}

/** A charge as the contract and as this page computes it; millionths of the currency. */
export interface ComparedCharge {
  id: string;
  label: string;
  contract: bigint;
  page: bigint;
}

/** Every charge that either of both has, the page's order first. What one of them lacks is nothing there. */
export function compareCharges(
  page: readonly Pick<BillItem, 'id' | 'label' | 'amount' | 'printed'>[],
  contract: readonly { id: string; amount: bigint }[],
): ComparedCharge[] {
  const amounts = new Map(contract.map(({ id, amount }) => [id, amount]));
  const printed = page.filter(({ printed }) => printed);
  const known = new Set(printed.map(({ id }) => id));
  return [
    ...printed.map(({ id, label, amount }) => ({ id, label, contract: amounts.get(id) ?? 0n, page: amount })),
    ...contract
      .filter(({ id }) => !known.has(id))
      .map(({ id, amount }) => ({ id, label: id, contract: amount, page: 0n })),
  ];
}
