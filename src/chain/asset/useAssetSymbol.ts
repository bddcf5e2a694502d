import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';

/** What the token that everything is paid in calls itself; null where that is the chain's coin, or as long as it isn't known. */
export function useAssetSymbol(): string | null {
  const { client, facts } = useDeployment();
  const { data } = useQuery({
    queryKey: queryKeys.assetSymbol,
    queryFn: async () => {
      const { readToken } = await import('./readToken.ts');
      return facts.asset && readToken(client, facts.asset, 'symbol', []);
    },
    enabled: facts.asset !== null,
  });
  return data ?? null;
}
