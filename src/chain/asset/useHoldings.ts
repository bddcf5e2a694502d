import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { fromAssetUnits } from '../../domain/assetUnits.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';
import { fetchBalance } from '../reads/balance.ts';

/** What an account can pay with what everything is paid in, in millionths of the currency. Fees are in coin and apart. */
export function useHoldings(account: Address | null) {
  const deployment = useDeployment();
  return useQuery({
    queryKey: queryKeys.holdings(account),
    queryFn: async () => fromAssetUnits(await fetchHeld(deployment, account as Address), deployment.facts),
    enabled: account !== null,
  });
}

async function fetchHeld({ client, facts }: Deployment, account: Address): Promise<bigint> {
  if (!facts.asset) return fetchBalance(client, account);
  // Where it is coin, the page needs nothing of tokens.
  const { readToken } = await import('./readToken.ts');
  return readToken(client, facts.asset, 'balanceOf', [account]);
}
