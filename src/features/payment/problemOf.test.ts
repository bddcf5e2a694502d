import { expect, it } from 'vitest';
import { problemOf } from './problemOf.ts';

const unit = 10n ** 12n;
const payable = { connection: 1001n, credited: 700n, balance: 500n * unit + 999n, unit };

it.each([
  ['none', null, 'payment.amountMissing'],
  ['nothing', 0n, 'error.ZeroAmount'],
  ['more than the wallet holds', 501n, 'payment.aboveBalance'],
  ['more than the ledger can hold', 2n ** 64n - 700n, 'error.AmountTooLarge'],
])('refuses %s', (_, amount, key) => expect(problemOf(amount, payable)?.key).toBe(key));

it('takes any part, up to all that the wallet holds', () => {
  expect(problemOf(1n, payable)).toBe(null);
  expect(problemOf(500n, payable)).toBe(null);
});

it('cannot know what a wallet holds that is not connected yet', () => {
  const amount = 2n ** 64n - 701n;
  expect(problemOf(amount, { ...payable, balance: undefined })).toBe(null);
});

it('names what the wallet holds, in the currency', () => {
  expect(problemOf(501n, payable)?.values).toEqual({
    amount: { as: 'money', value: '501' },
    balance: { as: 'money', value: '500' },
  });
});
