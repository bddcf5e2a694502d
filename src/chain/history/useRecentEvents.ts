import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDeployment } from '../deployment.ts';
import { fetchHead } from '../head.ts';
import { queryKeys } from '../queryKeys.ts';
import { type ChainEvent, type EventName, fetchEvents } from './events.ts';

/** Blocks of one look back: some days of a chain with a block every few seconds. */
const span = 50_000n;

type BillingEvent<N extends EventName<'electricityBilling'>> = ChainEvent<'electricityBilling', N>;

interface Found<N extends EventName<'electricityBilling'>> {
  /** Newest first. */
  events: readonly BillingEvent<N>[];
  /** The first block that was searched, and the last. */
  from: bigint;
  to: bigint;
  /** The search has reached the contracts' deployment: there are no others. */
  isWhole: boolean;
}

/** The latest events of these names, of all connections; `lookBack` searches as many blocks again before them. */
export function useRecentEvents<N extends EventName<'electricityBilling'>>(names: readonly N[]) {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const [isLooking, setLooking] = useState(false);
  const first = BigInt(deployment.config.deploymentBlock);
  const key = queryKeys.recentEvents(names);
  const search = (from: bigint, to: bigint) => fetchEvents(deployment, 'electricityBilling', names, from, to);

  const query = useQuery({
    queryKey: key,
    queryFn: async (): Promise<Found<N>> => {
      const known = queries.getQueryData<Found<N>>(key);
      const { block: head } = await fetchHead(deployment.client);
      // What the last search has seen stays, but for the blocks that may still be replaced.
      const settled = known && known.to <= head ? known.to - BigInt(deployment.config.confirmations) : null;
      const from = settled !== null ? settled + 1n : later(first, head - span + 1n);
      const fresh = from <= head ? await search(from, head) : [];
      const kept = known && settled !== null ? known.events.filter(({ block }) => block <= settled) : [];
      const start = known && settled !== null ? known.from : from;
      return { events: [...fresh, ...kept], from: start, to: head, isWhole: start <= first };
    },
  });

  const lookBack = async () => {
    const known = queries.getQueryData<Found<N>>(key);
    if (!known || known.isWhole) return;
    setLooking(true);
    const from = later(first, known.from - span);
    const older = await search(from, known.from - 1n).finally(() => setLooking(false));
    queries.setQueryData<Found<N>>(key, (now) =>
      now ? { ...now, events: [...now.events, ...older], from, isWhole: from <= first } : now,
    );
  };
  return { ...query, lookBack, isLooking };
}

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
