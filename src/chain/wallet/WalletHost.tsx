import { type ComponentType, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Chain } from 'viem';
import { chainOf } from '../client.ts';
import { useDeployment } from '../deployment.ts';
import { rememberedWallet } from './remembered.ts';
import { noWallet, publishWallet, subscribeWallet, walletState } from './store.ts';

if (rememberedWallet() === 'browser') publishWallet({ ...noWallet, kind: 'browser', status: 'loading' });

/** Fetches and holds the wallet's code once a wallet is asked for or a remembered one comes back. Beside the pages, never around them. */
export function WalletHost() {
  const { config } = useDeployment();
  const chain = useMemo(() => chainOf(config), [config]);
  const { kind } = useSyncExternalStore(subscribeWallet, walletState);
  const [module, setModule] = useState<{ BrowserWallet: ComponentType<{ chain: Chain }> }>();
  const isWanted = kind === 'browser';
  useEffect(() => {
    if (!isWanted || module) return;
    import('./BrowserWallet.tsx').then(setModule, () => publishWallet({ ...noWallet, problem: 'failed' }));
  }, [isWanted, module]);
  return isWanted && module ? <module.BrowserWallet chain={chain} /> : null;
}
