import { expect, it } from 'vitest';
import { amountProblem } from './withdraw.ts';

it('takes anything up to the whole balance', () => {
  expect(amountProblem(1n, 500n, true)).toBeNull();
  expect(amountProblem(500n, 500n, true)).toBeNull();
});

it('refuses nothing, and more than there is', () => {
  expect(amountProblem(0n, 500n, false)?.key).toBe('error.ZeroAmount');
  expect(amountProblem(501n, 500n, false)?.key).toBe('error.AboveBoardBalance');
});

it('asks for an amount only after the first try', () => {
  expect(amountProblem(null, 500n, false)).toBeNull();
  expect(amountProblem(null, 500n, true)?.key).toBe('money.amountMissing');
});
