import { dayOfTimestamp } from './calendar.ts';
import { periodsIn, shortestPeriod } from './periods.ts';

export type BillingState = {
  /** The contract's number for it. */
  agreement: number;
  register: bigint;
  /** Of the latest reading, seconds since 1970. */
  readAt: number;
  billedRegister: bigint;
  /** First day not billed yet. */
  billedDay: number;
  /** Bills issued so far. */
  bills: number;
  /** Whether the latest reading is an estimate. */
  isEstimated?: boolean;
  /** Bills issued on estimates since the last one on a reading, and the register and the first day of the first of them. */
  estimatedBills?: number;
  spanRegister?: bigint;
  spanDay?: number;
};

/**
 * Whether a bill can be issued now, as the contract decides it, over which days [fromDay, toDay), how many Wh, and as how
 * many agreed periods.
 */
export type Billable =
  | { isReady: true; fromDay: number; toDay: number; energy: bigint; periods: number }
  | { isReady: false; reason: 'nothingToBill'; billedDay: number; readDay: number }
  | { isReady: false; reason: 'periodNotOver'; readDay: number; earliestDay: number };

export function billableOf(state: BillingState, utcOffset: number): Billable {
  const { agreement, register, readAt, billedDay, bills } = state;
  const readDay = dayOfTimestamp(readAt, utcOffset);
  if (readDay <= billedDay) return { isReady: false, reason: 'nothingToBill', billedDay, readDay };
  const earliestDay = billedDay + shortestPeriod(agreement);
  // The first bill may come sooner: a connection made within a period is billed with the others.
  if (readDay < earliestDay && bills > 0) return { isReady: false, reason: 'periodNotOver', readDay, earliestDay };
  const { fromDay, opening } = beginning(state);
  const periods = periodsIn(agreement, readDay - fromDay);
  return { isReady: true, fromDay, toDay: readDay, energy: register - opening, periods };
}

/** A reading bills all days again that were billed on estimates since the one before it. */
function beginning({
  billedDay,
  billedRegister,
  isEstimated = false,
  estimatedBills = 0,
  spanDay = billedDay,
  spanRegister = billedRegister,
}: BillingState): { fromDay: number; opening: bigint } {
  const truesUp = estimatedBills > 0 && !isEstimated;
  return truesUp ? { fromDay: spanDay, opening: spanRegister } : { fromDay: billedDay, opening: billedRegister };
}
