import { expect, it } from 'vitest';
import { openAmount } from '../../domain/ledger.ts';
import { debtsOf } from './debts.ts';
import type { Bill, MoneyEntry, Surcharge } from './entries.ts';

const bill = (number: number, amount: bigint, chargedAfter: bigint) =>
  ({ type: 'bill', number, amount, chargedAfter, dueDay: 100 * number }) as Bill;
const surcharge = { type: 'surcharge', bill: 2, amount: 15n, chargedAfter: 1015n } as Surcharge;
const entries: MoneyEntry[] = [bill(2, 500n, 1515n), surcharge, bill(1, 1000n, 1000n)];

it('takes a bill and its surcharge together, due on the same day', () => {
  expect(debtsOf(entries)).toMatchObject([
    { number: 2, amount: 515n, chargedAfter: 1515n, dueDay: 200, surcharge },
    { number: 1, amount: 1000n, surcharge: null },
  ]);
});

it('leaves no gap in what was charged', () => {
  const open = debtsOf(entries).map((debt) => openAmount(debt, 1005n));
  expect(open).toEqual([510n, 0n]);
});
