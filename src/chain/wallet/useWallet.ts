import { useSyncExternalStore } from 'react';
import { rememberWallet } from './remembered.ts';
import { noWallet, publishWallet, subscribeWallet, type WalletState, walletDriver, walletState } from './store.ts';

export interface Wallet extends WalletState {
  /** Lets the user pick a wallet; the code for it is fetched now. */
  connect: () => void;
  disconnect: () => Promise<void>;
  /** Rejects with the wallet's error. */
  switchChain: () => Promise<void>;
}

export function useWallet(): Wallet {
  const state = useSyncExternalStore(subscribeWallet, walletState);
  return { ...state, connect, disconnect, switchChain };
}

/** As long as nothing drives the wallet, WalletHost fetches what does. */
function connect(): void {
  const driver = walletDriver();
  if (driver) driver.connect();
  else publishWallet({ ...noWallet, kind: 'browser', status: 'connecting' });
}

async function disconnect(): Promise<void> {
  rememberWallet(null);
  await walletDriver()?.disconnect();
  publishWallet(noWallet);
}

async function switchChain(): Promise<void> {
  await walletDriver()?.switchChain();
}
