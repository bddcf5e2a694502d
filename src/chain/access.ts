import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { type Deployment, useDeployment } from './deployment.ts';
import { queryKeys } from './queryKeys.ts';
import { read } from './read.ts';
import { type Connection, fetchConnectionsOf } from './reads/connections.ts';
import { roles } from './roles.ts';
import { useWallet } from './wallet/useWallet.ts';

interface Roles {
  isOperator: boolean;
  isReader: boolean;
  isTreasurer: boolean;
  isTariffOfficer: boolean;
  isAdmin: boolean;
}

/** What the connected wallet may do and see. It follows from the contracts alone. */
export interface Access extends Roles {
  /** `loading` while a remembered wallet comes back or its roles are read. */
  status: 'loading' | 'ready';
  /** Whoever has a role is of the board, also when a connection is theirs. */
  kind: 'visitor' | 'consumer' | 'board';
  address: Address | null;
  /** The wallet's connections. */
  connections: readonly Connection[];
}

const noRoles: Roles = {
  isOperator: false,
  isReader: false,
  isTreasurer: false,
  isTariffOfficer: false,
  isAdmin: false,
};

export function useAccess(): Access {
  const deployment = useDeployment();
  const { address, status } = useWallet();
  const options = { enabled: address !== null };
  const held = useQuery({
    queryKey: queryKeys.roles(address),
    queryFn: () => fetchRoles(deployment, address as Address),
    ...options,
  });
  const connections = useQuery({
    queryKey: queryKeys.connectionsOf(address),
    queryFn: () => fetchConnectionsOf(deployment, address as Address),
    ...options,
  });
  const isLoading = status === 'loading' || (address !== null && !(held.data && connections.data));
  const mine = held.data ?? noRoles;
  const own = connections.data ?? [];
  return { ...mine, status: isLoading ? 'loading' : 'ready', kind: kindOf(mine, own), address, connections: own };
}

export function kindOf(held: Roles, connections: readonly unknown[]): Access['kind'] {
  if (Object.values(held).some(Boolean)) return 'board';
  return connections.length > 0 ? 'consumer' : 'visitor';
}

async function fetchRoles({ client, contracts }: Deployment, account: Address): Promise<Roles> {
  const { electricityBilling, tariffBook } = contracts;
  const [isOperator, isReader, isTreasurer, isTariffOfficer, ...isAdmin] = await Promise.all([
    read(client, electricityBilling, 'hasRole', [roles.operator, account]),
    read(client, electricityBilling, 'hasRole', [roles.reader, account]),
    read(client, electricityBilling, 'hasRole', [roles.treasurer, account]),
    read(client, tariffBook, 'hasRole', [roles.tariffOfficer, account]),
    read(client, electricityBilling, 'hasRole', [roles.admin, account]),
    read(client, tariffBook, 'hasRole', [roles.admin, account]),
  ]);
  return { isOperator, isReader, isTreasurer, isTariffOfficer, isAdmin: isAdmin.some(Boolean) };
}
