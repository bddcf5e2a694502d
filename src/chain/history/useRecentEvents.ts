import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Contracts, useDeployment } from '../deployment.ts';
import { fetchHead } from '../head.ts';
import { queryKeys } from '../queryKeys.ts';
import { type ChainEvent, type EventName, fetchEvents } from './events.ts';

/** Blocks of one look back: some days of a chain with a block every few seconds. */
const span = 50_000n;

interface Found<C extends keyof Contracts, N extends EventName<C>> {
  /** Newest first. */
  events: readonly ChainEvent<C, N>[];
  /** The first block that was searched, and the last. */
  from: bigint;
  to: bigint;
  /** The search has reached the contracts' deployment: there are no others. */
  isWhole: boolean;
}

/**
 * The latest events of these names of a contract, of all connections; `lookBack` searches as many blocks again before them.
 * @param reach Whether to search all blocks at once: for events of which there are few.
 */
export function useRecentEvents<C extends keyof Contracts, N extends EventName<C>>(
  contract: C,
  names: readonly N[],
  reach: 'recent' | 'whole' = 'recent',
) {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const [isLooking, setLooking] = useState(false);
  const first = BigInt(deployment.config.deploymentBlock);
  const key = queryKeys.recentEvents(contract, names);
  const search = (from: bigint, to: bigint) => fetchEvents(deployment, contract, names, from, to);

  const query = useQuery({
    queryKey: key,
    queryFn: async (): Promise<Found<C, N>> => {
      const known = queries.getQueryData<Found<C, N>>(key);
      const { block: head } = await fetchHead(deployment.client);
      // What the last search has seen stays, but for the blocks that may still be replaced.
      const settled = known && known.to <= head ? known.to - BigInt(deployment.config.confirmations) : null;
      const start = reach === 'whole' ? first : later(first, head - span + 1n);
      const from = settled !== null ? settled + 1n : start;
      const fresh = from <= head ? await search(from, head) : [];
      if (!known || settled === null) return { events: fresh, from, to: head, isWhole: from <= first };
      const kept = known.events.filter(({ block }) => block <= settled);
      return { ...known, events: [...fresh, ...kept], to: head };
    },
  });

  const lookBack = async () => {
    const known = queries.getQueryData<Found<C, N>>(key);
    if (!known || known.isWhole) return;
    setLooking(true);
    const from = later(first, known.from - span);
    const older = await search(from, known.from - 1n).finally(() => setLooking(false));
    queries.setQueryData<Found<C, N>>(key, (now) =>
      now ? { ...now, events: [...now.events, ...older], from, isWhole: from <= first } : now,
    );
  };
  return { ...query, lookBack, isLooking };
}

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
