import { type Address, type Hash, numberToHex } from 'viem';
import { providerOn } from '../wallet/providerOn.ts';
import type { Call } from './request.ts';

/**
 * Has the wallet sign and send a call.
 * @param nonce Where it must not be carried out beside another one; the wallet's choice otherwise.
 * @throws the wallet's error, WrongChainError, NoWalletError.
 */
export async function sign(
  chainId: number,
  account: Address,
  { to, data, value }: Call,
  gas: bigint,
  nonce?: number | null,
): Promise<Hash> {
  const provider = await providerOn(chainId);
  const transaction = { from: account, to, data, value: numberToHex(value), gas: numberToHex(gas) };
  const params = typeof nonce === 'number' ? { ...transaction, nonce: numberToHex(nonce) } : transaction;
  return provider.request({ method: 'eth_sendTransaction', params: [params] });
}
