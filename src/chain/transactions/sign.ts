import { type Address, type Hash, hexToNumber, numberToHex } from 'viem';
import { walletDriver } from '../wallet/store.ts';
import { NoWalletError, WrongChainError } from './errors.ts';
import type { Call } from './request.ts';

/** Has the wallet sign and send a call. @throws the wallet's error, WrongChainError, NoWalletError. */
export async function sign(chainId: number, account: Address, { to, data, value }: Call, gas: bigint): Promise<Hash> {
  const provider = await walletDriver()?.provider();
  if (!provider) throw new NoWalletError();
  const walletChain = await provider.request({ method: 'eth_chainId' });
  if (hexToNumber(walletChain) !== chainId) throw new WrongChainError();
  const transaction = { from: account, to, data, value: numberToHex(value), gas: numberToHex(gas) };
  return provider.request({ method: 'eth_sendTransaction', params: [transaction] });
}
