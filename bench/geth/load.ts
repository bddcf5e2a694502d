import { setTimeout as sleep } from 'node:timers/promises';
import { type Abi, type Address, encodeFunctionData, type Hash, type Hex, parseEventLogs } from 'viem';
import { electricityBillingAbi } from '../../src/chain/abi.gen.ts';
import type { Network } from '../../test-geth/world/network.ts';

/** Rows of a transaction: 400 bills take 7.9 M gas of the 16.7 M that a transaction may have elsewhere. */
const ROWS = 400;
/** Transactions that are on their way at a time. */
const WINDOW = 60;
const GAS_PER_ROW = 25_000n;
const POLL_MS = 250;

export type Load = { rows: number; seconds: number; perSecond: number };

/**
 * Sends rows in batches, signed before and many at a time, and waits for the last one's block.
 * @param event What is emitted once for each row.
 * @throws Error when a row was refused.
 */
export async function load(
  network: Network,
  from: Address,
  functionName: string,
  event: string,
  rows: readonly bigint[],
): Promise<Load> {
  const abi = electricityBillingAbi as Abi;
  const client = network.client();
  const first = await client.getTransactionCount({ address: from });
  const signed: Hex[] = [];
  for (let i = 0; i < rows.length; i += ROWS) {
    const batch = rows.slice(i, i + ROWS);
    const data = encodeFunctionData({ abi, functionName, args: [batch] });
    signed.push(
      await network.signer.sign(from, {
        to: network.config.contracts.electricityBilling,
        data,
        gas: GAS_PER_ROW * BigInt(batch.length + 4),
        nonce: first + signed.length,
        chainId: network.config.chain.id,
      }),
    );
  }

  const start = performance.now();
  const hashes: Hash[] = [];
  for (const [i, serializedTransaction] of signed.entries()) {
    while (i - ((await client.getTransactionCount({ address: from })) - first) >= WINDOW) await sleep(POLL_MS);
    hashes.push(await client.sendRawTransaction({ serializedTransaction }));
  }
  while ((await client.getTransactionCount({ address: from })) - first < signed.length) await sleep(POLL_MS);
  const seconds = (performance.now() - start) / 1000;

  let done = 0;
  for (const hash of hashes) {
    const { status, logs } = await client.getTransactionReceipt({ hash });
    if (status !== 'success') throw new Error(`${functionName}: ${hash} was reverted.`);
    done += parseEventLogs({ abi, eventName: event, logs }).length;
  }
  if (done !== rows.length) throw new Error(`${functionName}: ${done} × ${event} of ${rows.length} rows.`);
  return { rows: rows.length, seconds, perSecond: rows.length / seconds };
}
