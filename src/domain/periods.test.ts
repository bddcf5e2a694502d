import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, periodsIn, shortestPeriod, splitIntoPeriods } from './periods.ts';

const PREPAID = 0;
const MONTH = 513;
const QUARTER = 515;
const YEAR = 524;

describe('periodsIn', () => {
  it.each([
    [1, 1],
    [27, 1],
    [31, 1],
    [46, 1],
    [56, 2],
    [61, 2],
    [84, 3],
    [120, 4],
    [196, 6],
    [365, 12],
    [366, 12],
    [730, 24],
    [2000, 24],
  ])('takes %i days for %i months', (days, periods) => {
    expect(periodsIn(MONTH, days)).toBe(periods);
  });

  it.each([
    [QUARTER, 92, 1],
    [QUARTER, 167, 1],
    [QUARTER, 168, 2],
    [QUARTER, 365, 4],
    [YEAR, 365, 1],
    [YEAR, 700, 2],
    [10, 9, 1],
    [10, 29, 2],
    [10, 30, 3],
    [1, 500, 24],
    [PREPAID, 500, 1],
  ])('bills, with agreement %i, %i days as %i', (code, days, periods) => {
    expect(periodsIn(code, days)).toBe(periods);
  });

  it('never makes a period shorter than the shortest, unless the whole is', () => {
    const months = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 3000 }), (count, days) => {
        const code = 512 + count;
        const periods = periodsIn(code, days);
        const halfUp = Math.floor((2 * days * 48 + 1461 * count) / (2 * 1461 * count));
        expect(periods).toBe(Math.min(24, Math.max(1, Math.min(Math.floor(days / (28 * count)), halfUp))));
        if (periods > 1) expect(Math.floor(days / periods)).toBeGreaterThanOrEqual(shortestPeriod(code));
      }),
    );
  });
});

it.each([
  [PREPAID, 1],
  [10, 10],
  [MONTH, 28],
  [YEAR, 336],
])('the shortest period of agreement %i has %i days', (code, days) => {
  expect(shortestPeriod(code)).toBe(days);
});

describe('splitIntoPeriods', () => {
  it('leaves one period as it is', () => {
    const whole = { fromDay: 100, toDay: 131, opening: 5n, closing: 7n };
    expect(splitIntoPeriods(whole, 1)).toEqual([whole]);
  });

  it('rounds days and energy down at each bound', () => {
    expect(splitIntoPeriods({ fromDay: 100, toDay: 161, opening: 1_000n, closing: 1_100n }, 2)).toEqual([
      { fromDay: 100, toDay: 130, opening: 1_000n, closing: 1_049n },
      { fromDay: 130, toDay: 161, opening: 1_049n, closing: 1_100n },
    ]);
  });

  it('leaves out no day and no energy, and makes the periods alike', () => {
    const spans = fc.record({
      fromDay: fc.nat(60_000),
      days: fc.integer({ min: 1, max: 2000 }),
      opening: fc.bigInt(0n, 2n ** 47n),
      energy: fc.bigInt(0n, 2n ** 47n),
      code: fc.oneof(fc.nat(511), fc.integer({ min: 513, max: 524 })),
    });
    fc.assert(
      fc.property(spans, ({ fromDay, days, opening, energy, code }) => {
        const whole: Period = { fromDay, toDay: fromDay + days, opening, closing: opening + energy };
        const count = periodsIn(code, days);
        const periods = splitIntoPeriods(whole, count);
        expect(periods).toHaveLength(count);
        let [day, register] = [whole.fromDay, whole.opening];
        for (const period of periods) {
          expect([period.fromDay, period.opening]).toEqual([day, register]);
          expect(period.toDay).toBeGreaterThan(day);
          expect(period.closing).toBeGreaterThanOrEqual(register);
          [day, register] = [period.toDay, period.closing];
        }
        expect([day, register]).toEqual([whole.toDay, whole.closing]);
        const lengths = periods.map(({ fromDay, toDay }) => toDay - fromDay);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
