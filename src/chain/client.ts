import { type Chain, type Client, createClient, fallback, http, type Transport } from 'viem';
import type { Config } from './config.ts';

export type ChainClient = Client<Transport, Chain>;

/** The configured chain as viem and wallets describe one. */
export function chainOf({ chain }: Config): Chain {
  return {
    id: chain.id,
    name: chain.name,
    nativeCurrency: { ...chain.coin, decimals: 18 },
    rpcUrls: { default: { http: chain.rpcUrls } },
  };
}

/** Reads from the configured nodes, the first that answers; what is asked at the same time goes in one request. */
export function createChainClient(config: Config): ChainClient {
  const nodes = config.chain.rpcUrls.map((url) =>
    http(url, { batch: { batchSize: 100 }, retryCount: 1, timeout: 10_000 }),
  );
  const [first] = nodes;
  return createClient({ chain: chainOf(config), transport: nodes.length > 1 || !first ? fallback(nodes) : first });
}
