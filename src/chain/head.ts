import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { getBlock } from 'viem/actions';
import { dayOfTimestamp } from '../domain/calendar.ts';
import type { ChainClient } from './client.ts';
import { useDeployment } from './deployment.ts';
import { queryKeys } from './queryKeys.ts';
import { rememberTip } from './tip.ts';

const pollingInterval = 4000;

export interface Head {
  block: bigint;
  hash: string;
  /** Seconds. */
  time: number;
  isEmpty: boolean;
}

/** The latest block, looked for every few seconds. */
export function useHead() {
  const { client, head } = useDeployment();
  return useQuery({
    queryKey: queryKeys.head,
    queryFn: () => fetchHead(client),
    initialData: head,
    refetchInterval: pollingInterval,
    refetchOnWindowFocus: true,
  });
}

export async function fetchHead(client: ChainClient): Promise<Head> {
  const block = await getBlock(client, { blockTag: 'latest' });
  return {
    block: block.number,
    hash: block.hash,
    time: Number(block.timestamp),
    isEmpty: block.transactions.length === 0,
  };
}

/** Has what depends on the chain's state read again after each block. Once in the page. */
export function useFollowChain(): void {
  const { id } = useDeployment();
  const queries = useQueryClient();
  const { data: head } = useHead();
  const seen = useRef<Head>(undefined);
  useEffect(() => {
    if (head.hash === seen.current?.hash) return;
    rememberTip(id, head.block, head.hash);
    if (seen.current && mayChangeState(seen.current, head)) refreshState(queries);
    seen.current = head;
  }, [head, id, queries]);
}

export function refreshState(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: queryKeys.state });
}

function mayChangeState(before: Head, now: Head): boolean {
  return !now.isEmpty || now.block !== before.block + 1n;
}

/** The chain's clock: `time` in seconds and `today` as a day in the board's local time, of the latest block. Due and overdue go by it. */
export function useChainTime(): { block: bigint; time: number; today: number } {
  const { facts } = useDeployment();
  const { block, time } = useHead().data;
  return { block, time, today: dayOfTimestamp(time, facts.utcOffset) };
}
