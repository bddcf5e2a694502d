import { useQuery } from '@tanstack/react-query';
import { readContract } from 'viem/actions';
import { useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';

/** Sums over all connections: energy in Wh, money in millionths; and whether registrations, readings and bills are stopped. */
export function useTotals() {
  const { client, contracts } = useDeployment();
  return useQuery({
    queryKey: queryKeys.totals,
    queryFn: async () => {
      const [totals, paused] = await Promise.all([
        readContract(client, { ...contracts.electricityBilling, functionName: 'totals' }),
        readContract(client, { ...contracts.electricityBilling, functionName: 'paused' }),
      ]);
      return { ...totals, connections: Number(totals.connections), paused };
    },
  });
}
