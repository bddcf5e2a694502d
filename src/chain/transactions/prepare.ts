import { type Address, hexToBigInt, numberToHex } from 'viem';
import { getGasPrice } from 'viem/actions';
import type { ChainClient } from '../client.ts';
import { fetchBalance } from '../reads/balance.ts';
import { TooLittleMoneyError, TooMuchGasError } from './errors.ts';
import type { Call } from './request.ts';

/** The most a transaction may take on Ethereum (EIP-7825), and so on the nodes that private chains run. */
const gasLimit = 2n ** 24n;

/**
 * Tries a call on the chain's present state, before the wallet is asked.
 * @returns the gas to allow it: a quarter above the estimate, since the state may change until it is mined.
 * @throws TooLittleMoneyError, TooMuchGasError, or the node's error with what the contract reverted with.
 */
export async function prepare(client: ChainClient, account: Address, call: Call): Promise<bigint> {
  const [balance, gasPrice] = await Promise.all([fetchBalance(client, account), getGasPrice(client)]);
  if (balance < call.value) throw new TooLittleMoneyError(balance, call.value);
  await simulate(client, account, call);
  const estimate = hexToBigInt(await client.request({ method: 'eth_estimateGas', params: [asSent(account, call)] }));
  if (estimate > gasLimit) throw new TooMuchGasError();
  const needed = call.value + estimate * gasPrice;
  if (balance < needed) throw new TooLittleMoneyError(balance, needed);
  const gas = (estimate * 5n) / 4n;
  return gas < gasLimit ? gas : gasLimit;
}

/** Runs a call without sending it, at a block or at the latest. @throws the node's error with what the contract reverted with. */
export async function simulate(client: ChainClient, account: Address, call: Call, block?: bigint): Promise<void> {
  await client.request({
    method: 'eth_call',
    params: [asSent(account, call), block === undefined ? 'latest' : numberToHex(block)],
  });
}

function asSent(from: Address, { to, data, value }: Call) {
  return { from, to, data, value: numberToHex(value) };
}
