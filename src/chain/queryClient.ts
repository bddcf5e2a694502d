import { QueryClient } from '@tanstack/react-query';
import { queryKeys } from './queryKeys.ts';

/** The page's store of what was read from the chain. The transport tries again by itself, so a query that fails has failed. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, queryKeyHashFn: hashKey, refetchOnWindowFocus: false },
    },
  });
  client.setQueryDefaults(queryKeys.fixed, { staleTime: Number.POSITIVE_INFINITY });
  return client;
}

/** Keys hold bigints, which JSON doesn't know. */
function hashKey(key: readonly unknown[]): string {
  return JSON.stringify(key, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
