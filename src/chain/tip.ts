import { getBlock } from 'viem/actions';
import { store, stored } from '../storage.ts';
import type { ChainClient } from './client.ts';

/**
 * A development chain may be restarted with the same genesis and the same addresses but another history. So the page remembers the latest block
 * it saw; when that is not on the chain any more, everything remembered of it is void.
 */
interface Tip {
  block: string;
  hash: string;
}

const keyOf = (id: string) => `bijuli.tip.${id}`;

export function rememberTip(id: string, block: bigint, hash: string): void {
  const tip: Tip = { block: String(block), hash };
  store(keyOf(id), JSON.stringify(tip));
}

export async function chainWasReset(client: ChainClient, id: string): Promise<boolean> {
  const remembered = stored(keyOf(id));
  if (!remembered) return false;
  const tip: Tip = JSON.parse(remembered);
  const block = await getBlock(client, { blockNumber: BigInt(tip.block) }).catch((error: Error) => {
    if (error.name === 'BlockNotFoundError') return null;
    throw error;
  });
  return block?.hash !== tip.hash;
}
