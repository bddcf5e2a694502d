import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import type { Line } from './checkRows.ts';
import { fetchMeters } from './fetchMeters.ts';

/**
 * What the chain has of the connections in a file. It is not followed block by block: `refetch` after something was sent.
 * @param key Another one for each file and each reading of its columns.
 */
export function useMeters(key: readonly unknown[], lines: readonly Line[]) {
  const deployment = useDeployment();
  return useQuery({
    queryKey: ['readings', 'meters', ...key],
    queryFn: () => fetchMeters(deployment, lines),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
