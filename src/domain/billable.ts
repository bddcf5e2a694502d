import { agreementOf } from './agreement.ts';
import { dayOfTimestamp } from './calendar.ts';

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
};

/** Whether a bill can be issued now, as the contract decides it, and over which days [fromDay, toDay) and how many Wh. */
export type Billable =
  | { isReady: true; fromDay: number; toDay: number; energy: bigint }
  | { isReady: false; reason: 'nothingToBill'; billedDay: number; readDay: number }
  | { isReady: false; reason: 'periodNotOver'; readDay: number; earliestDay: number };

export function billableOf(
  { agreement, register, readAt, billedRegister, billedDay, bills }: BillingState,
  utcOffset: number,
): Billable {
  const readDay = dayOfTimestamp(readAt, utcOffset);
  if (readDay <= billedDay) return { isReady: false, reason: 'nothingToBill', billedDay, readDay };
  const earliestDay = billedDay + shortestPeriod(agreement);
  // The first bill may come sooner: a connection made within a period is billed with the others.
  if (readDay < earliestDay && bills > 0) return { isReady: false, reason: 'periodNotOver', readDay, earliestDay };
  return { isReady: true, fromDay: billedDay, toDay: readDay, energy: register - billedRegister };
}

/** Days. Readings don't fall on the same day each month, so a month is over after the 28 days of the shortest one. */
function shortestPeriod(code: number): number {
  const agreement = agreementOf(code);
  if (agreement.unit === 'prepaid') return 0;
  return agreement.unit === 'month' ? agreement.count * 28 : agreement.count;
}
