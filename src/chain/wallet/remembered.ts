import type { Address } from 'viem';

const key = 'bijuli.wallet';

/** How the user was connected at the last visit: with a wallet in the browser, or as a demo account. */
export type Remembered = 'browser' | Address;

export function rememberedWallet(): Remembered | null {
  return localStorage.getItem(key) as Remembered | null;
}

export function rememberWallet(wallet: Remembered | null): void {
  if (wallet) localStorage.setItem(key, wallet);
  else localStorage.removeItem(key);
}
