import { getBlock } from 'viem/actions';
import { store, stored } from '../storage.ts';
import type { ChainClient } from './client.ts';
import type { Config } from './config.ts';
import { fetchHead, type Head } from './head.ts';

/**
 * A development chain may be restarted with the same genesis and the same addresses but another history. So the page remembers the latest final
 * block it saw; when that is not on the chain any more, everything remembered of it is void.
 */
interface Tip {
  block: string;
  hash: string;
  /** Seconds. */
  time: number;
}

const keyOf = (id: string) => `bijuli.tip.${id}`;

/** Remembers the newest block that is final under a head. */
export async function rememberTip(client: ChainClient, id: string, head: Head, confirmations: number): Promise<void> {
  const final = head.block - BigInt(confirmations);
  if (final < 0n) return;
  const { number, hash, timestamp } = await getBlock(client, { blockNumber: final });
  const tip: Tip = { block: String(number), hash, time: Number(timestamp) };
  store(keyOf(id), JSON.stringify(tip));
}

export async function chainWasReset(client: ChainClient, id: string, { chain }: Config): Promise<boolean> {
  const remembered = stored(keyOf(id));
  if (!remembered) return false;
  const tip: Tip = JSON.parse(remembered);
  const hash = await hashAt(client, BigInt(tip.block));
  if (hash !== null) return hash !== tip.hash;
  // It is not there yet. On a chain that makes its blocks steadily the node may just be behind, but then its latest block is older than the tip.
  return chain.blockSeconds === undefined || (await fetchHead(client)).time > tip.time;
}

/** Null when the node has no such block yet. */
export async function hashAt(client: ChainClient, blockNumber: bigint): Promise<string | null> {
  return getBlock(client, { blockNumber }).then(
    ({ hash }) => hash,
    (error: Error) => {
      if (error.name === 'BlockNotFoundError') return null;
      throw error;
    },
  );
}
