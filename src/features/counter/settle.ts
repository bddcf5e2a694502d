import type { Hash } from 'viem';
import { getBlock, getTransactionReceipt } from 'viem/actions';
import type { Deployment } from '../../chain/deployment.ts';
import { follow } from '../../chain/transactions/follow.ts';
import { receivedPayments } from '../../chain/transactions/receivedPayments.ts';
import type { PaidRow } from './draft.ts';

/**
 * Waits until a transaction is settled. One that the page no longer follows was settled while this screen was closed.
 * @returns what it paid; nothing when it failed, or something else took its place
 * @throws the node's error, when that doesn't know it (yet)
 */
export async function settle(deployment: Deployment, hash: Hash): Promise<PaidRow[]> {
  const { client } = deployment;
  const outcome = await follow(deployment, hash);
  if (outcome?.problem) return [];
  const receipt = outcome?.receipt ?? (await getTransactionReceipt(client, { hash }));
  if (receipt.status !== 'success') return [];
  const { timestamp } = await getBlock(client, { blockNumber: receipt.blockNumber });
  const about = { transaction: receipt.transactionHash, time: Number(timestamp) };
  return receivedPayments(receipt).map((payment) => ({ ...payment, ...about }));
}
