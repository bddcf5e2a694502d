import { useQuery } from '@tanstack/react-query';
import { type Address, zeroAddress } from 'viem';
import { type Deployment, useDeployment } from '../../chain/deployment.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { read } from '../../chain/read.ts';

export interface Admin {
  contract: 'electricityBilling' | 'tariffBook';
  account: Address;
  /** Who is to follow, and from when on that account can accept (seconds); null when nobody is named. */
  successor: { account: Address; from: number } | null;
  /** Seconds that a change waits. */
  delay: number;
}

/** The administrator of each contract. */
export function useAdmins() {
  const deployment = useDeployment();
  return useQuery({
    queryKey: [...queryKeys.state, 'admins'],
    queryFn: () => Promise.all([fetchAdmin(deployment, 'electricityBilling'), fetchAdmin(deployment, 'tariffBook')]),
  });
}

async function fetchAdmin({ client, contracts }: Deployment, name: Admin['contract']): Promise<Admin> {
  // Both inherit the same functions; one type for both keeps the calls apart from the rest of their interfaces.
  const contract = contracts[name] as Deployment['contracts']['tariffBook'];
  const [account, [successor, from], delay] = await Promise.all([
    read(client, contract, 'defaultAdmin', []),
    read(client, contract, 'pendingDefaultAdmin', []),
    read(client, contract, 'defaultAdminDelay', []),
  ]);
  return {
    contract: name,
    account,
    successor: successor === zeroAddress ? null : { account: successor, from },
    delay,
  };
}
