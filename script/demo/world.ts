import type { Address } from 'viem';
import { electricityBillingAbi, tariffBookAbi } from '../../src/chain/abi.gen.ts';
import { nameAccounts } from './accounts.ts';
import { callsOf } from './calls.ts';
import { type DemoConnection, readConnections } from './connections.ts';
import { lastReadingDate, monthsBetween, shiftMonths } from './months.ts';
import { connect, Timeline } from './timeline.ts';

export type ContractAddresses = { tariffBook: Address; electricityBilling: Address };

/** What the demonstration consists of: the chain, who is on it, and what is to happen. */
export type World = Awaited<ReturnType<typeof createWorld>>;

/** @param now Seconds since 1970. */
export async function createWorld(rpcUrl: string, contracts: ContractAddresses, now: number) {
  const client = connect(rpcUrl);
  const billingContract = { address: contracts.electricityBilling, abi: electricityBillingAbi } as const;
  return {
    now,
    client,
    timeline: await Timeline.begin(client),
    accounts: nameAccounts(await client.getAddresses()),
    connections: connectionsUntil(now),
    billingContract,
    unit: await client.readContract({ ...billingContract, functionName: 'unit' }),
    book: callsOf(contracts.tariffBook, tariffBookAbi),
    billing: callsOf(contracts.electricityBilling, electricityBillingAbi),
  };
}

/** The connections with their readings shifted by whole months, so that the last month is read on the first of this one. */
export function connectionsUntil(now: number): DemoConnection[] {
  const connections = readConnections();
  const months = monthsBetween(datesOf(connections).at(-1) ?? '', lastReadingDate(now));
  return connections.map((connection) => ({
    ...connection,
    readings: connection.readings.map(({ on, wh }) => ({ on: shiftMonths(on, months), wh })),
  }));
}

/** The day the first connection is registered, and the days on which all meters are read: the first of each month after it. */
export function readingDates(connections: DemoConnection[]): string[] {
  return datesOf(connections).filter((date, i) => i === 0 || date.endsWith('-01'));
}

function datesOf(connections: DemoConnection[]): string[] {
  const dates = connections.flatMap(({ readings }) => readings.map(({ on }) => on));
  return [...new Set(dates)].sort();
}
