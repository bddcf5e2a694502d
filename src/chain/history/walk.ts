import { hexToNumber, numberToHex, type RpcLog } from 'viem';
import { getBlock } from 'viem/actions';
import type { ChainClient } from '../client.ts';
import type { Deployment } from '../deployment.ts';
import type { MoneyEntry, ReadingEntry } from './entries.ts';
import { entryOf, topicsOf } from './entryOf.ts';
import { previousBlock } from './links.ts';

/** The two chains of linked events of a connection: what it owes and paid, and what its meter showed. */
export interface Histories {
  money: MoneyEntry;
  readings: ReadingEntry;
}

/**
 * Walks a connection's history from its newest block back to its registration and yields the entries of each block, newest first. One request
 * a block, so the cost is the connection's own history, whatever the chain's length.
 * @param head `headBlock` or `readingBlock` of the connection.
 * @param until Ends before this block: what it holds is known already.
 * @throws HistoryGapError when the node has dropped a log.
 */
export async function* walk<H extends keyof Histories>(
  deployment: Pick<Deployment, 'client' | 'contracts'>,
  history: H,
  connection: bigint,
  head: bigint,
  until = 0n,
): AsyncGenerator<Histories[H][], void, void> {
  for (let block = head; block > until; ) {
    const entries = await entriesOf(deployment, history, connection, block);
    const previous = previousBlock(block, entries);
    yield entries.sort((a, b) => b.logIndex - a.logIndex);
    block = previous;
  }
}

async function entriesOf<H extends keyof Histories>(
  { client, contracts }: Pick<Deployment, 'client' | 'contracts'>,
  history: H,
  connection: bigint,
  block: bigint,
): Promise<Histories[H][]> {
  const logs = await client.request({
    method: 'eth_getLogs',
    params: [
      {
        address: contracts.electricityBilling.address,
        topics: [topicsOf[history], numberToHex(connection, { size: 32 })],
        fromBlock: numberToHex(block),
        toBlock: numberToHex(block),
      },
    ],
  });
  const entries = await Promise.all(logs.map(async (log) => entryOf(log, await timeOf(client, log, block))));
  return entries.filter((entry) => entry !== null) as Histories[H][];
}

/** Newer nodes put the block's time beside each log, older ones have to be asked for the block. */
export async function timeOf(client: ChainClient, log: RpcLog, block: bigint): Promise<number> {
  if (log.blockTimestamp) return hexToNumber(log.blockTimestamp);
  return Number((await getBlock(client, { blockNumber: block })).timestamp);
}
