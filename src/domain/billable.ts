import { dayOfTimestamp } from './calendar.ts';

export type BillingState = {
  /** 1–511 days; 512 + n for n months; 0 prepaid. */
  agreement: number;
  register: bigint;
  /** Of the latest reading, seconds since 1970. */
  readAt: number;
  billedRegister: bigint;
  /** First day not billed yet. */
  billedDay: number;
};

/** Whether a bill can be issued now, as the contract decides it, and over which days [fromDay, toDay) and how many Wh. */
export type Billable =
  | { isReady: true; fromDay: number; toDay: number; energy: bigint }
  | { isReady: false; reason: 'nothingToBill'; billedDay: number; readDay: number }
  | { isReady: false; reason: 'periodNotOver'; readDay: number; earliestDay: number };

export function billableOf(
  { agreement, register, readAt, billedRegister, billedDay }: BillingState,
  utcOffset: number,
): Billable {
  const readDay = dayOfTimestamp(readAt, utcOffset);
  if (readDay <= billedDay) return { isReady: false, reason: 'nothingToBill', billedDay, readDay };
  const earliestDay = billedDay + shortestPeriod(agreement);
  if (readDay < earliestDay) return { isReady: false, reason: 'periodNotOver', readDay, earliestDay };
  return { isReady: true, fromDay: billedDay, toDay: readDay, energy: register - billedRegister };
}

/** Agreements count in days up to this, and in months above it. */
export const MONTHS = 512;

/** Days. Readings don't fall on the same day each month, so a month is over after the 28 days of the shortest one. */
function shortestPeriod(agreement: number): number {
  return agreement > MONTHS ? (agreement - MONTHS) * 28 : agreement;
}
