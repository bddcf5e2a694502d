import type { Hash, Transaction, TransactionReceipt } from 'viem';
import { getBlock, getBlockNumber, getTransaction, getTransactionCount, getTransactionReceipt } from 'viem/actions';
import type { ChainClient } from '../client.ts';
import type { Sent } from './store.ts';

/** What became of a sent transaction: mined; replaced by one of the same account; unknown when only that much is clear. */
export type Fate =
  | { kind: 'mined'; receipt: TransactionReceipt }
  | { kind: 'cancelled' | 'replaced'; receipt: TransactionReceipt }
  | { kind: 'gone' };

/** Looks once. Null while it is pending. The nonce, once seen, goes to `onNonce`. */
export async function fateOf(client: ChainClient, sent: Sent, onNonce: (nonce: number) => void): Promise<Fate | null> {
  const receipt = await receiptOf(client, sent.hash);
  if (receipt) return { kind: 'mined', receipt };
  if (sent.nonce === null) {
    const seen = await orNull(getTransaction(client, { hash: sent.hash }));
    if (seen) onNonce(seen.nonce);
    return null;
  }
  const used = await getTransactionCount(client, { address: sent.from, blockTag: 'latest' });
  return used > sent.nonce ? fateOfReplaced(client, sent, sent.nonce) : null;
}

/** The account's nonce is used up: by this transaction after all, or by another one. */
async function fateOfReplaced(client: ChainClient, sent: Sent, nonce: number): Promise<Fate> {
  const receipt = await receiptOf(client, sent.hash);
  if (receipt) return { kind: 'mined', receipt };
  const other = await transactionWith(client, sent, nonce);
  const itsReceipt = other && (await receiptOf(client, other.hash));
  if (!itsReceipt) return { kind: 'gone' };
  return { kind: kindOf(other, sent), receipt: itsReceipt };
}

function kindOf({ to, input, value, from }: Transaction, { call }: Sent): 'mined' | 'cancelled' | 'replaced' {
  if (to?.toLowerCase() === call.to.toLowerCase() && input === call.data && value === call.value) return 'mined';
  return to === from && value === 0n ? 'cancelled' : 'replaced';
}

/** Halves the blocks since it was sent until it finds the one in which the nonce was used. */
async function transactionWith(
  client: ChainClient,
  { from, sentAt }: Sent,
  nonce: number,
): Promise<Transaction | null> {
  let low = sentAt;
  let high = await getBlockNumber(client, { cacheTime: 0 });
  while (low < high) {
    const middle = (low + high) / 2n;
    const used = await orNull(getTransactionCount(client, { address: from, blockNumber: middle }));
    if (used === null) return null;
    if (used > nonce) high = middle;
    else low = middle + 1n;
  }
  const { transactions } = await getBlock(client, { blockNumber: high, includeTransactions: true });
  const sender = from.toLowerCase();
  return transactions.find((one) => one.from.toLowerCase() === sender && one.nonce === nonce) ?? null;
}

function receiptOf(client: ChainClient, hash: Hash): Promise<TransactionReceipt | null> {
  return getTransactionReceipt(client, { hash }).catch((error: Error) => {
    if (error.name === 'TransactionReceiptNotFoundError') return null;
    throw error;
  });
}

function orNull<T>(promise: Promise<T>): Promise<T | null> {
  return promise.catch(() => null);
}
