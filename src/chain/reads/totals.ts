import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';
import { read } from '../read.ts';

/** Sums over all connections: energy in Wh, money in millionths; and whether registrations, readings and bills are stopped. */
export function useTotals() {
  const { client, contracts } = useDeployment();
  return useQuery({
    queryKey: queryKeys.totals,
    queryFn: async () => {
      const [totals, paused] = await Promise.all([
        read(client, contracts.electricityBilling, 'totals', []),
        read(client, contracts.electricityBilling, 'paused', []),
      ]);
      return { ...totals, connections: Number(totals.connections), paused };
    },
  });
}
