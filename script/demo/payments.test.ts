import { expect, test } from 'vitest';
import { ADVANCE, ADVANCE_MONTHS_LEFT, habitNames, plannedPayments } from './payments.ts';

const RUPEE = 1_000_000n;
const month = { monthsLeft: 20, owed: 2_501n * RUPEE, billed: 2_501n * RUPEE };

const total = (payments: { amount: bigint }[]) => payments.reduce((sum, { amount }) => sum + amount, 0n);

test.each(habitNames)('%s pays nothing of an advance', (habit) => {
  expect(plannedPayments(habit, { ...month, owed: -RUPEE, billed: 0n })).toEqual([]);
});

test('in parts: half on the 8th in whole rupees, the rest on the 14th', () => {
  expect(plannedPayments('parts', month)).toEqual([
    { day: 8, amount: 1_250n * RUPEE },
    { day: 14, amount: 1_251n * RUPEE },
  ]);
});

test.each([
  ['behind-1', 1],
  ['behind-2', 2],
  ['behind-3', 3],
] as const)('%s leaves its last bills unpaid, one more than are overdue', (habit, overdue) => {
  expect(total(plannedPayments(habit, { ...month, monthsLeft: overdue + 1 }))).toBe(month.owed);
  for (let monthsLeft = overdue; monthsLeft >= 0; monthsLeft--) {
    expect(plannedPayments(habit, { ...month, monthsLeft })).toEqual([]);
  }
});

test('always a bill behind', () => {
  expect(total(plannedPayments('always-behind', { ...month, owed: 4_000n * RUPEE }))).toBe(1_499n * RUPEE);
  expect(plannedPayments('always-behind', month)).toEqual([]);
});

test('ahead: more than is owed, in steps of 5,000', () => {
  expect(total(plannedPayments('ahead', month))).toBe(5_000n * RUPEE);
  expect(total(plannedPayments('ahead', { ...month, owed: 5_000n * RUPEE }))).toBe(10_000n * RUPEE);
});

test('the London home: parts, once an advance, then a third of a bill, then nothing', () => {
  const pays = (monthsLeft: number) => total(plannedPayments('london-home', { ...month, monthsLeft }));
  expect(pays(ADVANCE_MONTHS_LEFT + 1)).toBe(month.owed);
  expect(pays(ADVANCE_MONTHS_LEFT)).toBe(month.owed + ADVANCE);
  expect(pays(ADVANCE_MONTHS_LEFT - 1)).toBe(month.owed);
  expect(pays(1)).toBe(833n * RUPEE);
  expect(pays(0)).toBe(0n);
});
