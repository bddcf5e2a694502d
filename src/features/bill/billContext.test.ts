import { expect, it } from 'vitest';
import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import { agreementFor, billContextOf } from './billContext.ts';

const entry = (fields: object) => fields as MoneyEntry;
const bill = (number: number, kind: Bill['kind'] = 'actual') => ({ type: 'bill', number, kind }) as Bill;
const registration = entry({ type: 'registration', agreement: 513 });

it('bills by an agreement from the bill on that follows its acceptance', () => {
  const entries = [
    bill(3),
    entry({ type: 'agreement', agreement: 515, afterBill: 2 }),
    entry({ type: 'agreement', agreement: 0, afterBill: 2 }),
    bill(1),
    registration,
  ];
  expect([1, 2, 3, 4].map((number) => agreementFor(number, entries))).toEqual([513, 513, 515, 515]);
});

it('finds the estimates that a bill on a reading replaces, and what came with it', () => {
  const span = entry({ type: 'span', bill: 4 });
  const surcharge = entry({ type: 'surcharge', bill: 4 });
  const bills = [bill(4), bill(3, 'estimated'), bill(2, 'estimated'), bill(1)] as const;
  const entries = [bills[0], span, surcharge, bills[1], bills[2], bills[3], registration];
  expect(billContextOf(bills[0], entries)).toMatchObject({ span, surcharge, estimates: [bills[1], bills[2]] });
  expect(billContextOf(bills[1], entries)).toMatchObject({
    span: null,
    estimates: [],
    before: [bills[2], bills[3]],
    replacedBy: 4,
  });
  expect(billContextOf(bills[3], entries)).toMatchObject({ surcharge: null, estimates: [], before: [] });
});
