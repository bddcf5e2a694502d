import type { Address, EIP1193Provider } from 'viem';

/** What the page knows of the wallet. `loading`: a remembered one is coming back; `connecting`: the user is being asked. */
export interface WalletState {
  /** Who drives it: the browser's wallets, a demo account, or nothing yet. */
  kind: 'browser' | 'demo' | null;
  status: 'disconnected' | 'loading' | 'connecting' | 'connected';
  address: Address | null;
  /** The chain the wallet is on, which need not be the page's. */
  chainId: number | null;
  /** What the wallet calls itself. */
  name: string | null;
  /** The code that talks to wallets couldn't be fetched, or there is no wallet in this browser. */
  problem?: 'failed' | 'missing';
  /** The user has asked to connect where there are demo accounts: those and the own wallet are to be offered. */
  isChoosing?: boolean;
}

/** Whatever drives the wallet: RainbowKit and wagmi, or a demo account. */
export interface WalletDriver {
  /** Lets the user pick a wallet. */
  connect(): void;
  disconnect(): Promise<void>;
  /** Brings the wallet to the page's chain, adding it where the wallet doesn't know it. */
  switchChain(): Promise<void>;
  provider(): Promise<Pick<EIP1193Provider, 'request'>>;
}

export const noWallet: WalletState = { kind: null, status: 'disconnected', address: null, chainId: null, name: null };

let state = noWallet;
let driver: WalletDriver | null = null;
const listeners = new Set<() => void>();

export function walletState(): WalletState {
  return state;
}

export function walletDriver(): WalletDriver | null {
  return driver;
}

export function subscribeWallet(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function publishWallet(next: WalletState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function driveWallet(next: WalletDriver | null): void {
  driver = next;
}
