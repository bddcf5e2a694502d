import {
  type AbiEvent,
  type ContractEventName,
  type DecodeEventLogReturnType,
  decodeEventLog,
  type Hash,
  type Hex,
  hexToBigInt,
  hexToNumber,
  numberToHex,
  type RpcLog,
  toEventSelector,
} from 'viem';
import type { ChainClient } from '../client.ts';
import type { Contracts, Deployment } from '../deployment.ts';
import { timeOf } from './walk.ts';

type Abi<C extends keyof Contracts> = Contracts[C]['abi'];

export type EventName<C extends keyof Contracts> = ContractEventName<Abi<C>>;

/** An event of a contract, and where it stands on the chain. */
export type ChainEvent<C extends keyof Contracts, N extends EventName<C>> = DecodeEventLogReturnType<Abi<C>, N> & {
  block: bigint;
  transaction: Hash;
  logIndex: number;
  /** Seconds. */
  time: number;
};

/** All events of these names between two blocks, newest first. Unlike a history this depends on how many blocks are searched. */
export async function fetchEvents<C extends keyof Contracts, N extends EventName<C>>(
  { client, contracts }: Pick<Deployment, 'client' | 'contracts'>,
  contract: C,
  names: readonly N[],
  fromBlock: bigint,
  toBlock: bigint,
): Promise<ChainEvent<C, N>[]> {
  const { address, abi } = contracts[contract];
  const wanted = (abi as readonly { type: string; name?: string }[]).filter(
    ({ type, name }) => type === 'event' && names.some((one) => one === name),
  );
  const topics = wanted.map((event) => toEventSelector(event as AbiEvent));
  const logs = await fetchLogs(client, { address, topics: [topics] }, fromBlock, toBlock);
  const events = await Promise.all(
    logs.map(async (log) => {
      const block = hexToBigInt(log.blockNumber as Hex);
      return {
        ...(decodeEventLog({ abi, data: log.data, topics: log.topics as [Hex, ...Hex[]] } as never) as object),
        block,
        transaction: log.transactionHash as Hash,
        logIndex: hexToNumber(log.logIndex as Hex),
        time: await timeOf(client, log, block),
      } as ChainEvent<C, N>;
    }),
  );
  return events.reverse();
}

/** Nodes refuse a search over too many blocks or with too many results, each at a limit of its own: then it is made in halves. */
async function fetchLogs(
  client: ChainClient,
  filter: { address: Hex; topics: Hex[][] },
  fromBlock: bigint,
  toBlock: bigint,
): Promise<RpcLog[]> {
  try {
    const range = { fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) };
    return (await client.request({ method: 'eth_getLogs', params: [{ ...filter, ...range }] })) as RpcLog[];
  } catch (error) {
    if (fromBlock >= toBlock || (error as Error).name === 'HttpRequestError') throw error;
    const middle = (fromBlock + toBlock) / 2n;
    const older = await fetchLogs(client, filter, fromBlock, middle);
    return [...older, ...(await fetchLogs(client, filter, middle + 1n, toBlock))];
  }
}
