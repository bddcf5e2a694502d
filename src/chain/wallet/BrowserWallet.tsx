import '@rainbow-me/rainbowkit/styles.css';
import {
  connectorsForWallets,
  darkTheme,
  lightTheme,
  RainbowKitProvider,
  useConnectModal,
} from '@rainbow-me/rainbowkit';
import { injectedWallet } from '@rainbow-me/rainbowkit/wallets';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { memo, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { type Chain, http } from 'viem';
import { type Config, type Connector, createConfig, createStorage, useAccount, WagmiProvider } from 'wagmi';
import { disconnect, reconnect, switchChain } from 'wagmi/actions';
import { WalletLookContext } from './look.ts';
import { rememberWallet } from './remembered.ts';
import { driveWallet, noWallet, publishWallet, type WalletDriver, walletDriver, walletState } from './store.ts';

/**
 * The wallets of this browser, by RainbowKit and wagmi. What becomes of it is published to the store. It must not render anew: wagmi's provider
 * forgets its connection each time. What changes comes by context.
 */
export const BrowserWallet = memo(function BrowserWallet({ chain }: { chain: Chain }) {
  const [config] = useState(() => createWagmiConfig(chain));
  const [queries] = useState(() => new QueryClient());
  return (
    <WagmiProvider config={config} reconnectOnMount={false}>
      <QueryClientProvider client={queries}>
        <Modal>
          <Publisher config={config} chain={chain} />
        </Modal>
      </QueryClientProvider>
    </WagmiProvider>
  );
});

function Modal({ children }: { children: ReactNode }) {
  const { isDark, locale } = useContext(WalletLookContext);
  const colours = {
    accentColor: isDark ? '#6fd0cb' : '#0a5157',
    accentColorForeground: isDark ? '#04201f' : '#ffffff',
  };
  return (
    <RainbowKitProvider modalSize="compact" locale={locale} theme={isDark ? darkTheme(colours) : lightTheme(colours)}>
      {children}
    </RainbowKitProvider>
  );
}

function createWagmiConfig(chain: Chain): Config {
  const wallets = [{ groupName: 'Installed', wallets: [injectedWallet] }];
  const config = createConfig({
    chains: [chain],
    // No WalletConnect, so its project id is never sent anywhere.
    connectors: connectorsForWallets(wallets, { appName: 'Bijuli', projectId: 'none' }),
    transports: { [chain.id]: http() },
    storage: createStorage({ key: 'bijuli.wagmi', storage: localStorage }),
  });
  config._internal.connectors.setState(inOrder);
  return config;
}

/** MetaMask first; the wallet that only puts itself into the page where none has announced itself. */
function inOrder(connectors: readonly Connector[]): Connector[] {
  const announced = connectors.filter(({ type, id }) => type === 'injected' && id !== 'injected');
  const order = (connector: Connector) => (connector.id === 'io.metamask' ? 0 : 1);
  return announced.length > 0 ? announced.sort((a, b) => order(a) - order(b)) : [...connectors];
}

function Publisher({ config, chain }: { config: Config; chain: Chain }) {
  const account = useAccount();
  const { openConnectModal } = useConnectModal();
  const [isRestored, setRestored] = useState(false);
  // The user pressed Connect: ask which wallet as soon as there is something to ask with.
  const [isOpening, setOpening] = useState(() => walletState().status === 'connecting');

  useEffect(() => {
    reconnect(config).finally(() => setRestored(true));
  }, [config]);

  const ask = useCallback(() => {
    if (hasWallet(config)) openConnectModal?.();
    else publishWallet({ ...noWallet, problem: 'missing' });
  }, [config, openConnectModal]);

  useEffect(() => {
    const driver: WalletDriver = {
      connect: ask,
      disconnect: () => disconnect(config),
      switchChain: async () => void (await switchChain(config, { chainId: chain.id })),
      provider: async () => (await account.connector?.getProvider()) as never,
    };
    driveWallet(driver);
    return () => {
      if (walletDriver() === driver) driveWallet(null);
    };
  }, [config, chain, account.connector, ask]);

  const status = isRestored ? statusOf[account.status] : isOpening ? 'connecting' : 'loading';
  const { address, chainId, connector } = account;
  useEffect(() => {
    if (status === 'connected') rememberWallet('browser');
    const name = connector?.name ?? null;
    publishWallet({ kind: 'browser', status, address: address ?? null, chainId: chainId ?? null, name });
  }, [status, address, chainId, connector]);

  useEffect(() => {
    if (!isRestored || !isOpening || !openConnectModal) return;
    setOpening(false);
    ask();
  }, [isRestored, isOpening, openConnectModal, ask]);

  return null;
}

/** Wallets announce themselves (EIP-6963); older ones only put themselves into the page. */
function hasWallet({ connectors }: Config): boolean {
  return connectors.some(({ id }) => id !== 'injected') || 'ethereum' in window;
}

const statusOf = {
  connected: 'connected',
  connecting: 'connecting',
  reconnecting: 'loading',
  disconnected: 'disconnected',
} as const;
