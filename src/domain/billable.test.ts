import { expect, it } from 'vitest';
import { billableOf } from './billable.ts';
import { dayOfIsoDate, timestampOfDay } from './calendar.ts';

const MONTH = 513;
const QUARTER = 515;
const utcOffset = 19_800;
const billedDay = dayOfIsoDate('2024-06-01');
const readOn = (date: string, agreement: number, bills = 1) =>
  billableOf(
    {
      agreement,
      register: 500_000n,
      readAt: timestampOfDay(dayOfIsoDate(date), utcOffset),
      billedRegister: 200_000n,
      billedDay,
      bills,
    },
    utcOffset,
  );

it('bills a month that is over, up to the day of the reading', () => {
  expect(readOn('2024-07-01', MONTH)).toEqual({
    isReady: true,
    fromDay: billedDay,
    toDay: billedDay + 30,
    energy: 300_000n,
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

it('lets the first bill come sooner', () => {
  expect(readOn('2024-06-02', MONTH, 0).isReady).toBe(true);
  expect(readOn('2024-06-01', MONTH, 0).isReady).toBe(false);
});

it('has nothing to bill without a reading of a later day', () => {
  expect(readOn('2024-06-01', 0)).toEqual({ isReady: false, reason: 'nothingToBill', billedDay, readDay: billedDay });
});
