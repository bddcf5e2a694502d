import { type Address, type EIP1193Provider, numberToHex } from 'viem';
import type { ChainClient } from '../client.ts';
import type { DemoAccount } from '../config.ts';
import { demoChainId } from './hasDemo.ts';
import { rememberWallet } from './remembered.ts';
import { driveWallet, publishWallet } from './store.ts';

/**
 * Connects as one of the local node's own unlocked accounts. The page holds no key: the node signs.
 * Only in demo builds: whoever imports this must ask `import.meta.env.MODE` first.
 */
export function connectDemo(client: ChainClient, { address, name }: DemoAccount): void {
  driveWallet({
    connect: () => undefined,
    disconnect: async () => driveWallet(null),
    switchChain: async () => undefined,
    provider: async () => demoProvider(client, address),
  });
  rememberWallet(address);
  publishWallet({ kind: 'demo', status: 'connected', address, chainId: demoChainId, name });
}

function demoProvider(client: ChainClient, address: Address): Pick<EIP1193Provider, 'request'> {
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method === 'eth_accounts' || method === 'eth_requestAccounts') return [address];
    if (method === 'eth_chainId') return numberToHex(demoChainId);
    return client.request({ method, params } as never);
  };
  return { request: request as EIP1193Provider['request'] };
}
