/**
 * Days are counted from 1970-01-01 in the Gregorian calendar; periods are half open, [fromDay, toDay).
 * Dates before 1970 are none of ours.
 */

const SECONDS_PER_DAY = 86_400;

/** A calendar month touched by a period. */
export type TouchedMonth = {
  year: number;
  /** 1 … 12 */
  month: number;
  /** Days of the month that lie in the period. */
  days: number;
  /** Days that the month has. */
  length: number;
};

/** Day number of a date "2023-06-01". @throws RangeError when there is no such date. */
export function dayOfIsoDate(text: string): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const day = dayOfDate(Number(year), Number(month), Number(date));
  if (day === undefined) throw new RangeError(`"${text}" is not a date such as 2023-06-30`);
  return day;
}

/** "2023-06-01" of a day number. */
export function isoDateOfDay(day: number): string {
  return new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10);
}

/** Day number of a date from 1970 on, month 1 … 12; undefined when there is no such date. */
export function dayOfDate(year: number, month: number, date: number): number | undefined {
  const valid = year >= 1970 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return valid ? Date.UTC(year, month - 1, date) / 1000 / SECONDS_PER_DAY : undefined;
}

/** Day number, in local time, of a unix time in seconds, with the local offset from UTC in seconds. */
export function dayOfTimestamp(timestamp: number, utcOffsetSeconds: number): number {
  return Math.floor((timestamp + utcOffsetSeconds) / SECONDS_PER_DAY);
}

/** Unix time in seconds at which a day begins in local time. */
export function timestampOfDay(day: number, utcOffsetSeconds: number): number {
  return day * SECONDS_PER_DAY - utcOffsetSeconds;
}

/** Days of a month, month 1 … 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The calendar months that a period touches, in order, with their days in it. */
export function monthsTouched(fromDay: number, toDay: number): TouchedMonth[] {
  const months: TouchedMonth[] = [];
  for (let day = fromDay; day < toDay; ) {
    const date = new Date(day * SECONDS_PER_DAY * 1000);
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth() + 1;
    const length = daysInMonth(year, month);
    const days = Math.min(toDay - day, length - date.getUTCDate() + 1);
    months.push({ year, month, days, length });
    day += days;
  }
  return months;
}
