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
import { useEffect, useState } from 'react';
import { type Chain, http } from 'viem';
import { type Config, createConfig, createStorage, useAccount, WagmiProvider } from 'wagmi';
import { disconnect, reconnect, switchChain } from 'wagmi/actions';
import { rememberWallet } from './remembered.ts';
import { driveWallet, publishWallet, type WalletDriver, walletDriver } from './store.ts';

export interface BrowserWalletProps {
  chain: Chain;
  isDark: boolean;
  locale: 'en-US' | 'hi-IN';
  /** The user pressed Connect: ask which wallet as soon as there is something to ask with. */
  openAtOnce: boolean;
}

/** The wallets of this browser, by RainbowKit and wagmi. What becomes of it is published to the store. */
export function BrowserWallet({ chain, isDark, locale, openAtOnce }: BrowserWalletProps) {
  const [config] = useState(() => createWagmiConfig(chain));
  const [queries] = useState(() => new QueryClient());
  const colours = {
    accentColor: isDark ? '#6fd0cb' : '#0a5157',
    accentColorForeground: isDark ? '#04201f' : '#ffffff',
  };
  return (
    <WagmiProvider config={config} reconnectOnMount={false}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider
          modalSize="compact"
          locale={locale}
          theme={isDark ? darkTheme(colours) : lightTheme(colours)}
        >
          <Publisher config={config} chain={chain} openAtOnce={openAtOnce} />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  );
}

function createWagmiConfig(chain: Chain): Config {
  const wallets = [{ groupName: 'Installed', wallets: [injectedWallet] }];
  return createConfig({
    chains: [chain],
    // No WalletConnect, so its project id is never sent anywhere.
    connectors: connectorsForWallets(wallets, { appName: 'Bijuli', projectId: 'none' }),
    transports: { [chain.id]: http() },
    storage: createStorage({ key: 'bijuli.wagmi', storage: localStorage }),
  });
}

function Publisher({ config, chain, openAtOnce }: { config: Config; chain: Chain; openAtOnce: boolean }) {
  const account = useAccount();
  const { openConnectModal } = useConnectModal();
  const [isRestored, setRestored] = useState(false);
  const [isOpening, setOpening] = useState(openAtOnce);

  useEffect(() => {
    reconnect(config).finally(() => setRestored(true));
  }, [config]);

  useEffect(() => {
    const driver: WalletDriver = {
      connect: () => openConnectModal?.(),
      disconnect: () => disconnect(config),
      switchChain: async () => void (await switchChain(config, { chainId: chain.id })),
      provider: async () => (await account.connector?.getProvider()) as never,
    };
    driveWallet(driver);
    return () => {
      if (walletDriver() === driver) driveWallet(null);
    };
  }, [config, chain, account.connector, openConnectModal]);

  useEffect(() => {
    if (!isRestored || !isOpening || !openConnectModal) return;
    setOpening(false);
    openConnectModal();
  }, [isRestored, isOpening, openConnectModal]);

  const status = isRestored ? statusOf[account.status] : openAtOnce ? 'connecting' : 'loading';
  const { address, chainId, connector } = account;
  useEffect(() => {
    if (status === 'connected') rememberWallet('browser');
    const name = connector?.name ?? null;
    publishWallet({ kind: 'browser', status, address: address ?? null, chainId: chainId ?? null, name });
  }, [status, address, chainId, connector]);
  return null;
}

const statusOf = {
  connected: 'connected',
  connecting: 'connecting',
  reconnecting: 'loading',
  disconnected: 'disconnected',
} as const;
