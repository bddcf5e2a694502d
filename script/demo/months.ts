import { dayOfIsoDate, dayOfTimestamp, isoDateOfDay, timestampOfDay } from '../../src/domain/calendar.ts';

/** India's time, in seconds ahead of UTC. */
export const UTC_OFFSET = 19_800;

const HOUR = 3600;

/** The same day of another month: `2011-12-10`, 3 → `2012-03-10`. Only for days that every month has. */
export function shiftMonths(isoDate: string, months: number): string {
  const shifted = monthIndex(isoDate) + months;
  const year = String(Math.floor(shifted / 12));
  const month = String((shifted % 12) + 1).padStart(2, '0');
  return `${year}-${month}-${isoDate.slice(8)}`;
}

/** Months from one date's month to another's. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from);
}

/**
 * The day on which the last month was read: the first of the current month in local time. In the first hour of a month its
 * billing run can't be over, so then it is still the month before.
 * @param now Seconds since 1970.
 */
export function lastReadingDate(now: number): string {
  return `${isoDateOfDay(dayOfTimestamp(now - HOUR, UTC_OFFSET)).slice(0, 7)}-01`;
}

/** Seconds since 1970 at which a day begins in local time, and hours after that. */
export function timeOf(isoDate: string, hours = 0): number {
  return timestampOfDay(dayOfIsoDate(isoDate), UTC_OFFSET) + hours * HOUR;
}

function monthIndex(isoDate: string): number {
  const [year = 0, month = 0] = isoDate.split('-').map(Number);
  return year * 12 + month - 1;
}
