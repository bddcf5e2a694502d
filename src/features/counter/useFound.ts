import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { fetchConnectionsByNumber } from '../../chain/reads/connections.ts';
import type { Found } from './checkRows.ts';

const nothing: Found = new Map();

/** What the chain has of these numbers. What was known before stays known while it is asked for more. */
export function useFound(numbers: readonly bigint[]) {
  const deployment = useDeployment();
  const query = useQuery({
    queryKey: queryKeys.connections(numbers),
    queryFn: async (): Promise<Found> => {
      const connections = await fetchConnectionsByNumber(deployment, numbers);
      const byNumber = new Map(connections.map((connection) => [connection.number, connection]));
      return new Map(numbers.map((number) => [number, byNumber.get(number) ?? null]));
    },
    placeholderData: keepPreviousData,
    enabled: numbers.length > 0,
    // Bigints and maps are compared by nothing that TanStack knows.
    structuralSharing: false,
  });
  return { found: query.data ?? nothing, error: query.error, refetch: query.refetch };
}
