import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Address, type ContractFunctionReturnType, zeroAddress } from 'viem';
import type { electricityBillingAbi } from '../abi.gen.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';
import { read } from '../read.ts';

/** A connection as the contract holds it: energy in Wh, load in W, money in millionths, days and times as numbers. */
export interface Connection {
  number: bigint;
  holder: Address;
  /** The wallet a handover is offered to. */
  offeredTo: Address | null;
  category: number;
  loadW: bigint;
  /** 1–511 days; 512 + n for n months; 0 prepaid. */
  agreement: number;
  register: bigint;
  readAt: number;
  billedRegister: bigint;
  /** First day not billed yet. */
  billedDay: number;
  bills: number;
  /** Of the latest bill; null before the first. */
  dueDay: number | null;
  charged: bigint;
  credited: bigint;
  collected: bigint;
  /** Where its histories begin. */
  headBlock: bigint;
  readingBlock: bigint;
}

type Stored = ContractFunctionReturnType<typeof electricityBillingAbi, 'view', 'connection'>;

/** One connection; null when there is none of that number. */
export function useConnection(number: bigint) {
  const deployment = useDeployment();
  return useQuery({ queryKey: queryKeys.connection(number), queryFn: () => fetchConnection(deployment, number) });
}

/** Several connections in the order asked for, without those that don't exist. */
export function useConnectionsByNumber(numbers: readonly bigint[]) {
  const { client, contracts } = useDeployment();
  return useQuery({
    queryKey: queryKeys.connectionsByNumber(numbers),
    queryFn: async () => {
      const functionName = 'connectionsByNumber';
      const stored = await read(client, contracts.electricityBilling, functionName, [numbers]);
      return stored.map(connectionOf).filter((connection) => connection !== null);
    },
  });
}

/** Connections in the order of registration. */
export function useConnectionPage(offset: number, limit: number) {
  const { client, contracts } = useDeployment();
  return useQuery({
    queryKey: queryKeys.connectionPage(offset, limit),
    queryFn: async () => {
      const args = [BigInt(offset), BigInt(limit)] as const;
      const stored = await read(client, contracts.electricityBilling, 'connections', args);
      return stored.map(connectionOf).filter((connection) => connection !== null);
    },
    placeholderData: keepPreviousData,
  });
}

export async function fetchConnection({ client, contracts }: Deployment, number: bigint): Promise<Connection | null> {
  return connectionOf(await read(client, contracts.electricityBilling, 'connection', [number]));
}

/** The first hundred connections of a wallet. */
export async function fetchConnectionsOf({ client, contracts }: Deployment, holder: Address): Promise<Connection[]> {
  const args = [holder, 0n, 100n] as const;
  const stored = await read(client, contracts.electricityBilling, 'connectionsOf', args);
  return stored.map(connectionOf).filter((connection) => connection !== null);
}

function connectionOf(stored: Stored): Connection | null {
  if (stored.holder === zeroAddress) return null;
  return {
    ...stored,
    offeredTo: stored.offeredTo === zeroAddress ? null : stored.offeredTo,
    loadW: BigInt(stored.loadW),
    register: BigInt(stored.register),
    billedRegister: BigInt(stored.billedRegister),
    dueDay: stored.bills === 0 ? null : stored.dueDay,
    headBlock: BigInt(stored.headBlock),
    readingBlock: BigInt(stored.readingBlock),
  };
}
