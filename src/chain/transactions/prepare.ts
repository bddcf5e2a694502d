import type { Address } from 'viem';
import { call, estimateGas, getBalance, getGasPrice } from 'viem/actions';
import type { Deployment } from '../deployment.ts';
import { TooLittleMoneyError } from './errors.ts';
import type { Call } from './request.ts';

/**
 * Tries a call on the chain's present state, before the wallet is asked.
 * @returns the gas to allow it: a quarter above the estimate, since the state may change until it is mined.
 * @throws TooLittleMoneyError, or the contract's error.
 */
export async function prepare(
  { client }: Pick<Deployment, 'client'>,
  account: Address,
  { to, data, value }: Call,
): Promise<bigint> {
  const [balance, gasPrice] = await Promise.all([getBalance(client, { address: account }), getGasPrice(client)]);
  if (balance < value) throw new TooLittleMoneyError(balance, value);
  await call(client, { account, to, data, value });
  const estimate = await estimateGas(client, { account, to, data, value });
  const gas = (estimate * 5n) / 4n;
  if (balance < value + estimate * gasPrice) throw new TooLittleMoneyError(balance, value + estimate * gasPrice);
  return gas;
}
