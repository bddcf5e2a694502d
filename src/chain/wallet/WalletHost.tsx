import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import type { BrowserWalletProps } from './BrowserWallet.tsx';
import { rememberedWallet } from './remembered.ts';
import { noWallet, publishWallet, subscribeWallet, walletState } from './store.ts';

if (rememberedWallet() === 'browser') publishWallet({ ...noWallet, kind: 'browser', status: 'loading' });

/** Fetches and holds the wallet's code once a wallet is asked for or a remembered one comes back. Beside the pages, never around them. */
export function WalletHost(props: Omit<BrowserWalletProps, 'openAtOnce'>) {
  const { kind, status } = useSyncExternalStore(subscribeWallet, walletState);
  const [module, setModule] = useState<{ BrowserWallet: ComponentType<BrowserWalletProps> }>();
  const isWanted = kind === 'browser';
  useEffect(() => {
    if (!isWanted || module) return;
    import('./BrowserWallet.tsx').then(setModule, () => publishWallet({ ...noWallet, failed: true }));
  }, [isWanted, module]);
  return isWanted && module ? <module.BrowserWallet {...props} openAtOnce={status === 'connecting'} /> : null;
}
