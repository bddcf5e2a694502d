import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Hash } from 'viem';
import { getBlock } from 'viem/actions';
import { dayOfTimestamp } from '../domain/calendar.ts';
import type { ChainClient } from './client.ts';
import { useDeployment } from './deployment.ts';
import { queryKeys } from './queryKeys.ts';

const pollingInterval = 4000;

export interface Head {
  block: bigint;
  hash: Hash;
  /** Hash of the block before. */
  parent: Hash;
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
    parent: block.parentHash,
    time: Number(block.timestamp),
    isEmpty: block.transactions.length === 0,
  };
}

export function refreshState(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: queryKeys.state });
}

/** The chain's clock: `time` in seconds and `today` as a day in the board's local time, of the latest block. Due and overdue go by it. */
export function useChainTime(): { block: bigint; time: number; today: number } {
  const { facts } = useDeployment();
  const { block, time } = useHead().data;
  return { block, time, today: dayOfTimestamp(time, facts.utcOffset) };
}
