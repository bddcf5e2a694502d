import { agreementOf } from './agreement.ts';
import { divide } from './rounding.ts';

/** Days since 1970, half open: [fromDay, toDay); registers in Wh. */
export type Period = { fromDay: number; toDay: number; opening: bigint; closing: bigint };

const MOST_PERIODS = 24;
const DAYS_OF_SHORTEST_MONTH = 28;
/** A month is a twelfth of 365.25 days: 1461 / 48. */
const MONTHS_PER_DAY = { numerator: 48, denominator: 1461 };

/**
 * Days after which a bill can be issued. Readings don't fall on the same day each month, so a month is over after the 28 days
 * of the shortest one.
 */
export function shortestPeriod(code: number): number {
  const agreement = agreementOf(code);
  if (agreement.unit === 'prepaid') return 1;
  return agreement.unit === 'month' ? agreement.count * DAYS_OF_SHORTEST_MONTH : agreement.count;
}

/** How many periods that many days are billed as. @param code the contract's number for the agreement */
export function periodsIn(code: number, days: number): number {
  return Math.min(Math.max(agreedPeriods(code, days), 1), MOST_PERIODS);
}

/** Splits days into periods as equal as whole days can be, and their energy by the days. */
export function splitIntoPeriods({ fromDay, toDay, opening, closing }: Period, count: number): Period[] {
  const days = toDay - fromDay;
  const bound = (index: number) => {
    const passed = Math.floor((days * index) / count);
    return { day: fromDay + passed, register: opening + ((closing - opening) * BigInt(passed)) / BigInt(days) };
  };
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [bound(index), bound(index + 1)];
    return { fromDay: from.day, toDay: to.day, opening: from.register, closing: to.register };
  });
}

function agreedPeriods(code: number, days: number): number {
  const agreement = agreementOf(code);
  if (agreement.unit === 'prepaid') return 1;
  const whole = Math.floor(days / shortestPeriod(code));
  if (agreement.unit === 'day') return whole;
  const { numerator, denominator } = MONTHS_PER_DAY;
  const nearest = divide(BigInt(days * numerator), BigInt(agreement.count * denominator));
  return Math.min(whole, Number(nearest));
}
