import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeployment } from '../deployment.ts';
import { useHead } from '../head.ts';
import { queryKeys } from '../queryKeys.ts';
import type { Connection } from '../reads/connections.ts';
import type { MoneyEntry, ReadingEntry } from './entries.ts';
import { fetchHistory } from './fetchHistory.ts';
import type { Histories } from './walk.ts';

export interface History<Entry> {
  /** Newest first; grows while the walk goes on. */
  entries: readonly Entry[];
  /** The walk has reached the registration. */
  complete: boolean;
  error: unknown;
  retry: () => void;
}

/** Bills, payments, refunds and handovers of a connection, down to its registration. */
export function useMoneyHistory(connection: Connection): History<MoneyEntry> {
  return useHistory('money', connection.number, connection.headBlock);
}

/** Readings of a connection's meter, down to its registration. */
export function useReadingHistory(connection: Connection): History<ReadingEntry> {
  return useHistory('readings', connection.number, connection.readingBlock);
}

function useHistory<H extends keyof Histories>(history: H, number: bigint, head: bigint): History<Histories[H]> {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const latest = useHead().data.block;
  const progressKey = [...queryKeys.fixed, 'walk', history, number] as const;
  const whole = useQuery({
    queryKey: queryKeys.history(history, number, head),
    queryFn: () => {
      const confirmed = latest - BigInt(deployment.config.confirmations);
      return fetchHistory(deployment, history, number, head, confirmed, (found) =>
        queries.setQueryData(progressKey, found),
      );
    },
    // After a new entry, what was there stays until the rest is known.
    placeholderData: (before, query) => (query?.queryKey[3] === number ? before : undefined),
  });
  const soFar = useQuery<Histories[H][]>({ queryKey: progressKey, queryFn: () => [], enabled: false });
  return {
    entries: whole.data ?? soFar.data ?? [],
    complete: whole.isSuccess && !whole.isPlaceholderData,
    error: whole.error,
    retry: () => void whole.refetch(),
  };
}
