import { type Period, periodsIn, splitIntoPeriods } from './periods.ts';
import { type Overdue, surchargeOf } from './surcharge.ts';
import { type Bill, computeSplitBill } from './tariff/bill.ts';
import type { Tariff } from './tariff/model.ts';
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

/** How the contract says that the amount of a bill came about; money in millionths of the currency. */
export type BilledSpan = {
  /** Agreed periods that were billed one by one. */
  periods: number;
  /** The sum of their totals. */
  total: bigint;
  /** What bills on estimates had charged for the same days. */
  estimated: bigint;
  /** What of that was too much, and was credited. */
  credit: bigint;
};

export type IssuedSpanBill = Omit<IssuedBill, 'carried' | 'adjustments' | 'surcharge'> & {
  /** The contract's number for the agreement that it was billed by. */
  agreement: number;
  /** Amounts of the bills on estimates that it replaces. */
  estimates: readonly bigint[];
  /** Null where the contract says nothing of it: a bill of one period that replaces none. */
  span: BilledSpan | null;
};

export type SpanVerification = {
  matches: boolean;
  expected: BilledSpan & { amount: bigint };
  /** What the bill asks for above what it should; negative where it asks for less. */
  difference: bigint;
  /** Every period, and every line of its recomputation. */
  periods: { period: Period; bill: Bill }[];
};

/**
 * Recomputes an issued bill period by period, less what estimates had charged.
 * @throws UsageError where the tariff has no answer
 */
export function verifySpanBill(issued: IssuedSpanBill): SpanVerification {
  const { versions, openingRegister, closingRegister, load, fromDay, toDay, amount } = issued;
  const count = periodsIn(issued.agreement, toDay - fromDay);
  const whole = { fromDay, toDay, opening: openingRegister, closing: closingRegister };
  const periods = splitIntoPeriods(whole, count).map((period) => {
    const { opening, closing, ...days } = period;
    return { period, bill: computeSplitBill(versions, { ...days, energy: closing - opening, load }) };
  });
  const total = sum(periods.map(({ bill }) => bill.total));
  const estimated = sum(issued.estimates);
  const expected = { periods: count, total, estimated, ...settle(total, estimated) };
  const claimed = issued.span ?? { periods: 1, total: amount, estimated: 0n, credit: 0n };
  const matches =
    claimed.periods === count &&
    claimed.total === total &&
    claimed.estimated === estimated &&
    claimed.credit === expected.credit &&
    amount === expected.amount;
  return { matches, expected, difference: amount - expected.amount, periods };
}

function settle(total: bigint, estimated: bigint): { amount: bigint; credit: bigint } {
  return total < estimated ? { amount: 0n, credit: estimated - total } : { amount: total - estimated, credit: 0n };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** A late surcharge, as the chain recorded it; money in millionths of the currency. */
export type IssuedSurcharge = { principal: bigint; months: number; amount: bigint };

export type SurchargeVerification = {
  matches: boolean;
  /** What was overdue without surcharge. The contract may find less of it, never more. */
  overdue: bigint;
  /** On the principal it was charged on, as far as that was overdue. */
  expected: { months: number; amount: bigint };
  /** What was charged above that; negative where it was less. */
  difference: bigint;
};

/** What a late surcharge is computed from, as of the day it was charged: see surchargeOf. */
export type SurchargeBasis = {
  tariff: Pick<Tariff, 'lateSurcharge'>;
  /** Null where nothing was overdue, or a dispute or a kept plan stopped the surcharge. */
  overdue: Overdue | null;
  chargedBefore: number;
  today: number;
};

/** Recomputes a late surcharge. */
export function verifySurcharge(
  issued: IssuedSurcharge,
  { tariff, overdue, chargedBefore, today }: SurchargeBasis,
): SurchargeVerification {
  const { principal: owed, dueDay } = overdue ?? { principal: 0n, dueDay: today };
  const principal = issued.principal < owed ? issued.principal : owed;
  const { months, amount } = surchargeOf(tariff, { principal, dueDay }, chargedBefore, today);
  const matches = issued.principal === principal && issued.months === months && issued.amount === amount;
  return { matches, overdue: owed, expected: { months, amount }, difference: issued.amount - amount };
}
