import { type Chain, type Client, createClient } from 'viem';
import type { Config } from './config.ts';
import { type NodesTransport, nodes } from './nodes.ts';

export type ChainClient = Client<NodesTransport, Chain>;

/** The configured chain as viem and wallets describe one. */
export function chainOf({ chain }: Config): Chain {
  return {
    id: chain.id,
    name: chain.name,
    nativeCurrency: { ...chain.coin, decimals: 18 },
    rpcUrls: { default: { http: chain.rpcUrls } },
  };
}

/** Reads from the configured nodes. */
export function createChainClient(config: Config): ChainClient {
  return createClient({ chain: chainOf(config), transport: nodes(config.chain.rpcUrls) });
}
