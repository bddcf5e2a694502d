import { expect, it } from 'vitest';
import { compare } from './comparison.ts';

const period = (fromDay: number, days: number, energy: bigint) => ({
  opening: 1000n,
  closing: 1000n + energy,
  fromDay,
  toDay: fromDay + days,
});

it('compares by the day with the period before and the same one a year ago', () => {
  const bills = [period(1000, 30, 301_000n), period(969, 31, 248_000n), period(637, 28, 350_000n)];
  expect(compare(bills)).toEqual({ perDay: 10_000n, sinceLast: 25n, sinceYear: -20n });
});

it('compares with nothing where there is nothing', () => {
  expect(compare([])).toBe(null);
  expect(compare([period(1000, 30, 0n)])).toEqual({ perDay: 0n, sinceLast: null, sinceYear: null });
  expect(compare([period(1000, 30, 5n), period(970, 30, 0n)])?.sinceLast).toBe(null);
});

it('takes no other season for last year', () => {
  expect(compare([period(1000, 30, 5n), period(700, 30, 5n), period(500, 30, 5n)])?.sinceYear).toBe(null);
});
