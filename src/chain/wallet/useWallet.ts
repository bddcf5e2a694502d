import { useSyncExternalStore } from 'react';
import { useDeployment } from '../deployment.ts';
import { hasDemo } from './hasDemo.ts';
import { rememberWallet } from './remembered.ts';
import { noWallet, publishWallet, subscribeWallet, type WalletState, walletDriver, walletState } from './store.ts';

export interface Wallet extends WalletState {
  /** Lets the user pick: a demo account where there are any, else a wallet of the browser's. */
  connect: () => void;
  /** Lets the user pick a wallet of the browser's; the code for it is fetched now. */
  connectOwn: () => void;
  stopChoosing: () => void;
  disconnect: () => Promise<void>;
  /** Rejects with the wallet's error. */
  switchChain: () => Promise<void>;
}

export function useWallet(): Wallet {
  const state = useSyncExternalStore(subscribeWallet, walletState);
  const { config } = useDeployment();
  return {
    ...state,
    connect: hasDemo(config) ? choose : connectOwn,
    connectOwn,
    stopChoosing,
    disconnect,
    switchChain,
  };
}

function choose(): void {
  publishWallet({ ...walletState(), isChoosing: true });
}

function stopChoosing(): void {
  publishWallet({ ...walletState(), isChoosing: false });
}

/** As long as nothing drives the wallet, WalletHost fetches what does. */
function connectOwn(): void {
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
