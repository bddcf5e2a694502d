import type { Address } from 'viem';
import { store, stored } from '../../storage.ts';

const key = 'bijuli.wallet';

/** How the user was connected at the last visit: with a wallet in the browser, or as a demo account. */
export type Remembered = 'browser' | Address;

export function rememberedWallet(): Remembered | null {
  return stored(key) as Remembered | null;
}

export function rememberWallet(wallet: Remembered | null): void {
  store(key, wallet);
}
