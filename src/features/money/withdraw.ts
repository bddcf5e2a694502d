import type { Address } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity, type Words } from '../../messages/words.ts';

/** Takes money out of the board's balance. @param amount in millionths of the currency */
export function withdraw(amount: bigint, to: Address): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'withdraw',
    args: [amount, to],
    describe: { key: 'money.describeWithdrawal', values: { amount: quantity('money', amount) } },
    subject: 'withdrawal',
  };
}

/** What is wrong with an amount; null when nothing is. An amount that is missing is told after the first try. */
export function amountProblem(amount: bigint | null, balance: bigint, isTried: boolean): Words | null {
  if (amount === null) return isTried ? { key: 'money.amountMissing' } : null;
  if (amount === 0n) return { key: 'error.ZeroAmount' };
  if (amount <= balance) return null;
  const values = { amount: quantity('money', amount), boardBalance: quantity('money', balance) };
  return { key: 'error.AboveBoardBalance', values };
}
