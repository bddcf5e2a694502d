import { expect, it } from 'vitest';
import type { OpenBill } from './openBills.ts';
import { overdueConnections } from './overdue.ts';

const open = (number: bigint, dueDay: number, amount: bigint) =>
  ({ connection: { number }, bill: { dueDay }, open: amount }) as OpenBill;

it('adds up what is overdue of each connection, and puts the largest first', () => {
  const bills = [open(1n, 90, 100n), open(1n, 60, 50n), open(2n, 99, 400n), open(3n, 100, 900n)];
  expect(overdueConnections(bills, 100)).toEqual([
    { number: 2n, amount: 400n, since: 99 },
    { number: 1n, amount: 150n, since: 60 },
  ]);
});

it('leaves out what may still be paid in time', () => expect(overdueConnections([open(1n, 100, 1n)], 100)).toEqual([]));
