import { expect, it } from 'vitest';
import { problemOf } from './problemOf.ts';

const payable = { connection: 1001n, credited: 700n, holdings: 500n, step: 1n };

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

it('refuses what the asset has no unit for', () => {
  expect(problemOf(12_345n, { ...payable, step: 10_000n })).toEqual({
    key: 'asset.notPayable',
    values: { step: { as: 'money', value: '10000' } },
  });
  expect(problemOf(20_000n, { ...payable, holdings: undefined, step: 10_000n })).toBe(null);
});

it('cannot know what a wallet holds that is not connected yet', () => {
  const amount = 2n ** 64n - 701n;
  expect(problemOf(amount, { ...payable, holdings: undefined })).toBe(null);
});

it('names what the wallet holds, in the currency', () => {
  expect(problemOf(501n, payable)?.values).toEqual({
    amount: { as: 'money', value: '501' },
    balance: { as: 'money', value: '500' },
  });
});
