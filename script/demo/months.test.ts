import { expect, test } from 'vitest';
import { lastReadingDate, monthsBetween, shiftMonths, timeOf } from './months.ts';

test.each([
  ['2011-12-10', 0, '2011-12-10'],
  ['2011-12-10', 1, '2012-01-10'],
  ['2011-12-01', 176, '2026-08-01'],
  ['2012-02-01', -2, '2011-12-01'],
])('%s and %i months is %s', (date, months, shifted) => {
  expect(shiftMonths(date, months)).toBe(shifted);
  expect(monthsBetween(date, shifted)).toBe(months);
});

test('a day begins at midnight in India', () => {
  expect(timeOf('2026-11-01')).toBe(Date.parse('2026-11-01T00:00:00+05:30') / 1000);
  expect(timeOf('2026-11-01', 34)).toBe(Date.parse('2026-11-02T10:00:00+05:30') / 1000);
});

test.each([
  ['2026-11-23T12:00:00+05:30', '2026-11-01'],
  ['2026-11-30T23:59:59+05:30', '2026-11-01'],
  ['2026-12-01T00:59:59+05:30', '2026-11-01'],
  ['2026-12-01T01:00:00+05:30', '2026-12-01'],
  ['2027-01-01T01:00:00+05:30', '2027-01-01'],
])('at %s the last reading is of %s', (now, date) => {
  expect(lastReadingDate(Date.parse(now) / 1000)).toBe(date);
});
