import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIsoDate, dayOfTimestamp, daysInMonth, isoDateOfDay, monthsTouched, timestampOfDay } from './calendar.ts';

const INDIA = 19_800;

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-02-01', 31],
    ['2000-02-29', 11_016],
    ['2023-06-01', 19_509],
    ['2024-02-29', 19_782],
  ])('%s is day %i', (date, day) => {
    expect(dayOfIsoDate(date)).toBe(day);
    expect(isoDateOfDay(day)).toBe(date);
  });

  it.each([
    '2023-02-29',
    '2100-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-06-31',
    '23-06-01',
    '2023-6-1',
    '1969-12-31',
    '',
  ])('refuses "%s"', (text) => {
    expect(() => dayOfIsoDate(text)).toThrow(RangeError);
  });

  it('rises by one from date to date', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (day) => {
        expect(dayOfIsoDate(isoDateOfDay(day))).toBe(day);
        expect(isoDateOfDay(day + 1) > isoDateOfDay(day)).toBe(true);
      }),
    );
  });
});

describe('local time', () => {
  it('begins the day at local midnight', () => {
    const midnight = timestampOfDay(19_509, INDIA);
    expect(midnight).toBe(Date.UTC(2023, 4, 31, 18, 30) / 1000);
    expect(dayOfTimestamp(midnight, INDIA)).toBe(19_509);
    expect(dayOfTimestamp(midnight - 1, INDIA)).toBe(19_508);
  });
});

describe('months', () => {
  it('knows leap years', () => {
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(2023, 2)).toBe(28);
    expect(daysInMonth(2100, 2)).toBe(28);
  });

  it('lists the months that a period touches', () => {
    expect(monthsTouched(dayOfIsoDate('2022-06-25'), dayOfIsoDate('2022-07-25'))).toEqual([
      { year: 2022, month: 6, days: 6, length: 30 },
      { year: 2022, month: 7, days: 24, length: 31 },
    ]);
    expect(monthsTouched(dayOfIsoDate('2023-12-31'), dayOfIsoDate('2024-01-01'))).toEqual([
      { year: 2023, month: 12, days: 1, length: 31 },
    ]);
    expect(monthsTouched(100, 100)).toEqual([]);
  });

  it('leaves no day of a period out', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(1000), (fromDay, length) => {
        const days = monthsTouched(fromDay, fromDay + length).map((month) => month.days);
        expect(days.reduce((sum, part) => sum + part, 0)).toBe(length);
      }),
    );
  });
});
