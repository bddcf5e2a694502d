import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overdueOf, surchargeOf } from './surcharge.ts';
import { EXAMPLE, flat, tariffOf } from './tariff/example.ts';

const MONEY = 1_000_000n;
/** 1.5 % a month, to whole rupees half up. */
const tariff = tariffOf([flat], { lateSurcharge: EXAMPLE.lateSurcharge });
const exact = tariffOf([flat], { lateSurcharge: { percentPerMonth: '1.5' } });
const dueDay = 17_408;

describe('surchargeOf', () => {
  it('is the 44 that were printed on a bill in Assam in August 2017, on arrears of 2,951', () => {
    expect(surchargeOf(tariff, { principal: 2951n * MONEY, dueDay }, 0, dueDay + 31)).toEqual({
      months: 1,
      amount: 44n * MONEY,
      chargedTo: dueDay + 30,
    });
    expect(surchargeOf(exact, { principal: 2951n * MONEY, dueDay }, 0, dueDay + 31).amount).toBe(44_265_000n);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [1, 0],
    [2, 1],
    [31, 1],
    [32, 2],
    [61, 2],
    [62, 3],
  ])('begins, %i days after the due day, %i months', (days, months) => {
    expect(surchargeOf(exact, { principal: 100n * MONEY, dueDay }, 0, dueDay + days)).toMatchObject({
      months,
      amount: BigInt(months) * 1_500_000n,
    });
  });

  it('rounds half up to a millionth, then as the tariff says', () => {
    expect(surchargeOf(exact, { principal: 33n, dueDay }, 0, dueDay + 2).amount).toBe(0n);
    expect(surchargeOf(exact, { principal: 34n, dueDay }, 0, dueDay + 2).amount).toBe(1n);
    expect(surchargeOf(tariff, { principal: 33_333_333n, dueDay }, 0, dueDay + 2).amount).toBe(1n * MONEY);
    expect(surchargeOf(tariff, { principal: 33_333_333n, dueDay }, 0, dueDay + 1).amount).toBe(0n);
  });

  it('is nothing where the tariff has none', () => {
    expect(surchargeOf(tariffOf([flat]), { principal: 2951n * MONEY, dueDay }, 0, dueDay + 31).amount).toBe(0n);
  });

  it('counts no month twice, however often it is charged', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 20 }), (steps) => {
        const overdue = { principal: 100n * MONEY, dueDay };
        let [today, chargedBefore, months] = [dueDay, 0, 0];
        for (const step of steps) {
          today += step;
          const surcharge = surchargeOf(exact, overdue, chargedBefore, today);
          chargedBefore = surcharge.chargedTo;
          months += surcharge.months;
        }
        expect(months).toBe(surchargeOf(exact, overdue, 0, today).months);
      }),
    );
  });
});

describe('overdueOf', () => {
  const bills = [
    { chargedAfter: 500n, amount: 200n, dueDay: 150 },
    { chargedAfter: 300n, amount: 180n, dueDay: 120 },
    { chargedAfter: 100n, amount: 100n, dueDay: 90 },
  ];

  it('is what is open on bills that should have been paid, but not the surcharge between them', () => {
    expect(overdueOf(bills, 60n, 121)).toEqual({ principal: 40n + 180n, dueDay: 120 });
    expect(overdueOf(bills, 110n, 121)).toEqual({ principal: 180n, dueDay: 120 });
    expect(overdueOf(bills, 60n, 120)).toEqual({ principal: 40n, dueDay: 90 });
  });

  it('is nothing while nothing is open, or due', () => {
    expect(overdueOf(bills, 300n, 121)).toBeNull();
    expect(overdueOf(bills, 0n, 90)).toBeNull();
    expect(overdueOf([], 0n, 90)).toBeNull();
  });
});
