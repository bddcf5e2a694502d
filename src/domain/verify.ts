import { type Bill, computeSplitBill } from './tariff/bill.ts';
import type { Adjustment, TariffVersion } from './tariff/usage.ts';

/** An issued bill, as the chain recorded it, with what it was computed from. */
export type IssuedBill = {
  /** The versions of its tariff, in the order of their first days; one is enough where the tariff did not change. */
  versions: readonly TariffVersion[];
  /** Registers in Wh at the beginning and the end of the period. */
  openingRegister: bigint;
  closingRegister: bigint;
  /** Billed load, W. */
  load: bigint;
  /** First day of the period, and the day after its last. */
  fromDay: number;
  toDay: number;
  /** What rounding left over from the bill before, millionths of the currency. */
  carried: bigint;
  adjustments?: readonly Adjustment[];
  /** Late surcharge on earlier bills, which this one takes over; millionths of the currency. */
  surcharge: bigint;
  /** What the bill asks for, millionths of the currency. */
  amount: bigint;
};

export type Verification = {
  matches: boolean;
  /** What the bill should ask for: the recomputed total and the surcharge; millionths of the currency. */
  expected: bigint;
  /** What it asks for above that; negative where it asks for less. */
  difference: bigint;
  /** Every line of the recomputation. */
  bill: Bill;
};

/** Recomputes an issued bill from its registers and its tariff. @throws UsageError where the tariff has no answer */
export function verifyBill(issued: IssuedBill): Verification {
  const { versions, openingRegister, closingRegister, load, fromDay, toDay, carried, adjustments } = issued;
  const energy = closingRegister - openingRegister;
  const bill = computeSplitBill(versions, { energy, load, fromDay, toDay, carried, adjustments });
  const expected = bill.total + issued.surcharge;
  const difference = issued.amount - expected;
  return { matches: difference === 0n, expected, difference, bill };
}
