import { expect, it } from 'vitest';
import { duesOf } from './dues.ts';

const september = { chargedAfter: 2500n, amount: 2500n, dueDay: 100 };
const october = { chargedAfter: 3700n, amount: 1200n, dueDay: 130 };
const november = { chargedAfter: 4000n, amount: 300n, dueDay: 160 };
const bills = [november, october, september];

it('tells what is overdue, since when, and what is due next', () => {
  expect(duesOf({ charged: 4000n, credited: 2000n }, bills, 131)).toEqual({
    arrears: 2000n,
    advance: 0n,
    overdue: { amount: 1700n, bills: 2, since: 100 },
    upcoming: [{ day: 160, amount: 300n }],
    isComplete: true,
  });
});

it('has nothing overdue on the due day itself, and names the nearest due day first', () => {
  expect(duesOf({ charged: 4000n, credited: 2500n }, bills, 130)).toMatchObject({
    overdue: null,
    upcoming: [
      { day: 130, amount: 1200n },
      { day: 160, amount: 300n },
    ],
  });
});

it('tells an advance', () => {
  expect(duesOf({ charged: 4000n, credited: 4100n }, bills, 200)).toMatchObject({
    arrears: 0n,
    advance: 100n,
    overdue: null,
    upcoming: [],
    isComplete: true,
  });
});

it('knows that open bills are still missing', () => {
  expect(duesOf({ charged: 4000n, credited: 2000n }, [november], 131)).toMatchObject({ isComplete: false });
  expect(duesOf({ charged: 4000n, credited: 3700n }, [november], 131)).toMatchObject({ isComplete: true });
});
