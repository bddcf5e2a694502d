import { queryOptions, useQuery } from '@tanstack/react-query';
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

/** How many connections one call asks for: what a node computes and sends without effort. */
const pageSize = 500;

/** Every connection of the board, in the order of registration. Read page by page: a thousand are two calls. */
export function useAllConnections() {
  return useQuery(allConnections(useDeployment()));
}

/** The query behind {@link useAllConnections}, for what is computed from it. */
export function allConnections(deployment: Deployment) {
  return queryOptions({ queryKey: queryKeys.allConnections, queryFn: () => fetchAllConnections(deployment) });
}

async function fetchAllConnections({ client, contracts }: Deployment): Promise<Connection[]> {
  const all: Connection[] = [];
  for (;;) {
    const args = [BigInt(all.length), BigInt(pageSize)] as const;
    const page = await read(client, contracts.electricityBilling, 'connections', args);
    all.push(...page.map(connectionOf).filter((connection) => connection !== null));
    if (page.length < pageSize) return all;
  }
}

/** Several connections in the order asked for, without those that don't exist. */
export async function fetchConnectionsByNumber(
  { client, contracts }: Deployment,
  numbers: readonly bigint[],
): Promise<Connection[]> {
  const found: Connection[] = [];
  for (let from = 0; from < numbers.length; from += pageSize) {
    const args = [numbers.slice(from, from + pageSize)] as const;
    const page = await read(client, contracts.electricityBilling, 'connectionsByNumber', args);
    found.push(...page.map(connectionOf).filter((connection) => connection !== null));
  }
  return found;
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
