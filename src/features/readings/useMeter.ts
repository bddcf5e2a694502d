import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { fetchMeters } from './fetchMeters.ts';

/** What the chain has of one connection's meter; null when there is no such connection. */
export function useMeter(number: bigint) {
  const deployment = useDeployment();
  return useQuery({
    queryKey: [...queryKeys.state, 'meter', number],
    queryFn: async () => {
      // Later than everything: only what was read before an estimate has to be looked for.
      const { byNumber } = await fetchMeters(deployment, [{ connection: number, readAt: Number.MAX_SAFE_INTEGER }]);
      return byNumber.get(number) ?? null;
    },
  });
}
