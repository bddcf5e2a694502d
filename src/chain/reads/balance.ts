import { useQuery } from '@tanstack/react-query';
import { type Address, hexToBigInt } from 'viem';
import type { ChainClient } from '../client.ts';
import { useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';

/** What an account has of the coin, in the coin's own unit. */
export function useBalance(account: Address | null) {
  const { client } = useDeployment();
  return useQuery({
    queryKey: queryKeys.balance(account),
    queryFn: () => fetchBalance(client, account as Address),
    enabled: account !== null,
  });
}

export async function fetchBalance(client: ChainClient, account: Address): Promise<bigint> {
  return hexToBigInt(await client.request({ method: 'eth_getBalance', params: [account, 'latest'] }));
}
