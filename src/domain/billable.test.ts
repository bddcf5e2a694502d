import { describe, expect, it } from 'vitest';
import { type BillingState, billableOf } from './billable.ts';
import { dayOfIsoDate, timestampOfDay } from './calendar.ts';

const MONTH = 513;
const QUARTER = 515;
const utcOffset = 19_800;
const billedDay = dayOfIsoDate('2024-06-01');
const readOn = (date: string, agreement: number, bills = 1, estimates: Partial<BillingState> = {}) =>
  billableOf(
    {
      agreement,
      register: 500_000n,
      readAt: timestampOfDay(dayOfIsoDate(date), utcOffset),
      billedRegister: 200_000n,
      billedDay,
      bills,
      ...estimates,
    },
    utcOffset,
  );

it('bills a month that is over, up to the day of the reading', () => {
  expect(readOn('2024-07-01', MONTH)).toEqual({
    isReady: true,
    fromDay: billedDay,
    toDay: billedDay + 30,
    energy: 300_000n,
    periods: 1,
  });
});

it('takes 28 days for a month, whatever the month', () => {
  expect(readOn('2024-06-29', MONTH).isReady).toBe(true);
  expect(readOn('2024-06-28', MONTH)).toEqual({
    isReady: false,
    reason: 'periodNotOver',
    readDay: billedDay + 27,
    earliestDay: billedDay + 28,
  });
  expect(readOn('2024-08-23', QUARTER)).toMatchObject({ reason: 'periodNotOver' });
  expect(readOn('2024-08-24', QUARTER).isReady).toBe(true);
});

it('counts days where days are agreed, and waits for nothing where it is prepaid', () => {
  expect(readOn('2024-06-10', 10)).toMatchObject({ reason: 'periodNotOver' });
  expect(readOn('2024-06-11', 10).isReady).toBe(true);
  expect(readOn('2024-06-02', 0).isReady).toBe(true);
});

it('counts the agreed periods in what was not read for long', () => {
  expect(readOn('2024-09-29', MONTH)).toMatchObject({ toDay: billedDay + 120, periods: 4 });
  expect(readOn('2024-09-29', QUARTER)).toMatchObject({ periods: 1 });
  expect(readOn('2024-09-29', 0)).toMatchObject({ periods: 1 });
});

describe('after bills on estimates', () => {
  const estimates = { estimatedBills: 2, spanRegister: 120_000n, spanDay: billedDay - 61 };

  it('bills their days again with a reading', () => {
    expect(readOn('2024-07-01', MONTH, 5, estimates)).toEqual({
      isReady: true,
      fromDay: billedDay - 61,
      toDay: billedDay + 30,
      energy: 380_000n,
      periods: 3,
    });
  });

  it('goes on from the last with another estimate', () => {
    expect(readOn('2024-07-01', MONTH, 5, { ...estimates, isEstimated: true })).toEqual({
      isReady: true,
      fromDay: billedDay,
      toDay: billedDay + 30,
      energy: 300_000n,
      periods: 1,
    });
  });

  it('waits for the end of the running period all the same', () => {
    expect(readOn('2024-06-28', MONTH, 5, estimates)).toMatchObject({ reason: 'periodNotOver' });
  });

  it('takes a reading below the last estimate', () => {
    const low = { ...estimates, register: 190_000n };
    expect(readOn('2024-07-01', MONTH, 5, low)).toMatchObject({ isReady: true, energy: 70_000n });
  });

  it('begins where the last bill ended when there are none', () => {
    const none = { estimatedBills: 0, spanRegister: 0n, spanDay: 0 };
    expect(readOn('2024-07-01', MONTH, 5, none)).toMatchObject({ fromDay: billedDay, energy: 300_000n });
  });
});

it('lets the first bill come sooner', () => {
  expect(readOn('2024-06-02', MONTH, 0).isReady).toBe(true);
  expect(readOn('2024-06-01', MONTH, 0).isReady).toBe(false);
});

it('has nothing to bill without a reading of a later day', () => {
  expect(readOn('2024-06-01', 0)).toEqual({ isReady: false, reason: 'nothingToBill', billedDay, readDay: billedDay });
});
