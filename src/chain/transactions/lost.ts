import type { Address } from 'viem';
import { getTransactionCount } from 'viem/actions';
import type { ChainClient } from '../client.ts';
import type { Call } from './request.ts';
import { type Tracked, trackedTransactions } from './store.ts';

/**
 * The same call that got lost, when it is sent again and its nonce is free still. A wallet gives that nonce again by itself, but one that counts its own
 * transactions may not. With the same nonce only one of the two can ever be carried out, should the first turn up after all.
 */
export async function lostBefore(client: ChainClient, from: Address, call: Call): Promise<Tracked | null> {
  const lost = trackedTransactions().find(
    (one) => one.outcome?.problem?.key === 'transaction.lost' && one.from === from && isSame(one.call, call),
  );
  if (!lost || lost.nonce === null) return null;
  return (await getTransactionCount(client, { address: from, blockTag: 'latest' })) <= lost.nonce ? lost : null;
}

function isSame(a: Call, b: Call): boolean {
  return a.to === b.to && a.data === b.data && a.value === b.value;
}
