import { type EIP1193Provider, hexToNumber } from 'viem';
import { NoWalletError, WrongChainError } from '../transactions/errors.ts';
import { walletDriver } from './store.ts';

/** The connected wallet, to be asked for something on a chain. @throws WrongChainError, NoWalletError */
export async function providerOn(chainId: number): Promise<Pick<EIP1193Provider, 'request'>> {
  const provider = await walletDriver()?.provider();
  if (!provider) throw new NoWalletError();
  const walletChain = await provider.request({ method: 'eth_chainId' });
  if (hexToNumber(walletChain) !== chainId) throw new WrongChainError();
  return provider;
}
