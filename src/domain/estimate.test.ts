import { describe, expect, it } from 'vitest';
import { checkEstimate, type EnergyBill, estimateOf } from './estimate.ts';

/** Of months one after the other, newest first: kWh and days, with how the register came about. */
function bills(...months: [kwh: bigint, days: number, kind?: EnergyBill['kind']][]): EnergyBill[] {
  let [opening, fromDay] = [1_000_000n, 19_000];
  return months
    .reverse()
    .map(([kwh, days, kind = 'actual']) => {
      const bill = { opening, closing: opening + kwh * 1000n, fromDay, toDay: fromDay + days, kind };
      [opening, fromDay] = [bill.closing, bill.toDay];
      return bill;
    })
    .reverse();
}

describe('estimateOf', () => {
  it('takes the mean of the last three bills by days, to a whole watt-hour', () => {
    // 300 kWh in 92 days are 3.26086… a day.
    expect(estimateOf(bills([120n, 31], [100n, 30], [80n, 31], [900n, 30]), 30)).toBe(97_826n);
  });

  it('takes fewer where there are fewer', () => {
    expect(estimateOf(bills([120n, 30], [100n, 30, 'confirmed']), 31)).toBe(113_666n);
    expect(estimateOf(bills([90n, 30]), 31)).toBe(93_000n);
  });

  it('passes over estimates', () => {
    expect(estimateOf(bills([500n, 30, 'estimated'], [90n, 30], [500n, 30, 'estimated']), 30)).toBe(90_000n);
  });

  it('has nothing to go by before the first reading is billed', () => {
    expect(estimateOf([], 30)).toBeNull();
    expect(estimateOf(bills([90n, 30, 'estimated']), 30)).toBeNull();
  });
});

describe('checkEstimate', () => {
  const [estimated, ...before] = bills([93n, 31, 'estimated'], [90n, 30]) as [EnergyBill, ...EnergyBill[]];

  it('matches what the bills before it come to', () => {
    expect(checkEstimate(estimated, before)).toEqual({ matches: true, expected: 93_000n, difference: 0n });
  });

  it('shows by how much an estimate is above or below', () => {
    const closing = estimated.closing;
    expect(checkEstimate({ ...estimated, closing: closing + 1n }, before)).toMatchObject({ difference: 1n });
    expect(checkEstimate({ ...estimated, closing: closing - 7_000n }, before)).toEqual({
      matches: false,
      expected: 93_000n,
      difference: -7_000n,
    });
  });

  it('says nothing where there is nothing to hold it against', () => {
    expect(checkEstimate(estimated, [])).toBeNull();
  });
});
