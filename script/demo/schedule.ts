import { timeOf } from './months.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** When things happen in a month, in seconds since 1970. */
export type Schedule = {
  recordedAt: number;
  billedAt: number;
  /** Ten o'clock of a day of the month, from the 5th on. */
  on(day: number): number;
};

/** A month that is read on its first day (`date`) and billed on its second. */
export function scheduleOf(date: string): Schedule {
  return { recordedAt: timeOf(date, 6), billedAt: timeOf(date, 34), on: (day) => timeOf(date, (day - 1) * 24 + 10) };
}

/**
 * The current month. Its bills go out five days ago at the earliest, so that they aren't due yet whatever day it is, and what
 * the other months do in 31 days is done by now.
 * @param now Seconds since 1970, at least an hour after `date` began.
 */
export function scheduleOfLast(date: string, now: number): Schedule {
  const elapsed = now - timeOf(date);
  const recordedAt = timeOf(date) + Math.min(6 * HOUR, Math.floor(elapsed / 10));
  const billedAt = now - Math.min(5 * DAY, Math.floor(elapsed * 0.8));
  return { recordedAt, billedAt, on: (day) => billedAt + Math.floor(((now - billedAt) * day) / 31) };
}
