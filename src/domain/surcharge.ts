import { type DueBill, openAmount } from './ledger.ts';
import { divide, roundTo } from './rounding.ts';
import type { Tariff } from './tariff/model.ts';

/** Bills whose due day is past; money in millionths of the currency, days since 1970. */
export type Overdue = {
  /** What is open on them, without surcharge. */
  principal: bigint;
  /** The latest of their due days. */
  dueDay: number;
};

export type Surcharge = {
  /** Months begun, none counted twice. */
  months: number;
  /** Millionths of the currency. */
  amount: bigint;
  /** The day up to which surcharge is charged with it. */
  chargedTo: number;
};

const MONTH = 30;
/** Of a percentage in ten-thousandths of a per cent. */
const WHOLE = 1_000_000n;

/** What is overdue on a day, or null when nothing is. @param bills issued before, in any order */
export function overdueOf(bills: readonly DueBill[], credited: bigint, today: number): Overdue | null {
  const due = bills.filter(({ dueDay }) => dueDay < today);
  const principal = due.reduce((sum, bill) => sum + openAmount(bill, credited), 0n);
  return principal > 0n ? { principal, dueDay: Math.max(...due.map(({ dueDay }) => dueDay)) } : null;
}

/**
 * The late surcharge that comes with a bill of today.
 * @param chargedBefore the day up to which surcharge was charged before, or stopped by a dispute or a plan; 0 when it never was
 */
export function surchargeOf(
  { lateSurcharge }: Pick<Tariff, 'lateSurcharge'>,
  { principal, dueDay }: Overdue,
  chargedBefore: number,
  today: number,
): Surcharge {
  const since = Math.max(dueDay, chargedBefore);
  const days = today - since;
  const months = days > 1 ? Math.ceil((days - 1) / MONTH) : 0;
  const exact = principal * (lateSurcharge?.percentPerMonth ?? 0n) * BigInt(months);
  return { months, amount: roundTo(lateSurcharge?.round, divide(exact, WHOLE)), chargedTo: since + months * MONTH };
}
