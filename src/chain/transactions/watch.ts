import {
  type EIP1193RequestFn,
  type Hash,
  type Hex,
  hexToNumber,
  type Transaction,
  type TransactionReceipt,
} from 'viem';
import { getBlock, getBlockNumber, getTransaction, getTransactionCount, getTransactionReceipt } from 'viem/actions';
import type { ChainClient } from '../client.ts';
import type { Sent } from './store.ts';

/** What became of a sent transaction: mined; replaced by one of the same account; gone when only that much is clear. */
export type Fate =
  | { kind: 'mined'; receipt: TransactionReceipt }
  | { kind: 'cancelled' | 'replaced'; receipt: TransactionReceipt }
  | { kind: 'gone' };

/** Pending: a node has it, or will; unknown: no node has it any more. */
type Look = Fate | { kind: 'pending' } | { kind: 'unknown' };

/** Looks once. The nonce, once seen, goes to `onNonce`. @throws when the nodes don't answer */
export async function lookAt(client: ChainClient, sent: Sent, onNonce: (nonce: number) => void): Promise<Look> {
  const [receipt, seen] = await Promise.all([
    receiptOf(client, sent.hash),
    orNull(getTransaction(client, { hash: sent.hash })),
  ]);
  if (seen && sent.nonce === null) onNonce(seen.nonce);
  if (receipt) return { kind: 'mined', receipt };
  // Before any node has shown it, nobody can tell whether it is gone or still on its way to them.
  if (seen || sent.nonce === null) return { kind: 'pending' };
  const used = await getTransactionCount(client, { address: sent.from, blockTag: 'latest' });
  if (used > sent.nonce) return fateOfReplaced(client, sent, sent.nonce);
  return { kind: (await isKnown(client, sent, sent.nonce)) ? 'pending' : 'unknown' };
}

/** Looks whether what is in a block is there still, and for good. A node that is behind can't tell. @throws when no node answers */
export async function standingOf(
  client: ChainClient,
  { transactionHash, blockHash, blockNumber }: TransactionReceipt,
  confirmations: number,
): Promise<'final' | 'in' | 'out'> {
  const [head, receipt] = await Promise.all([
    getBlockNumber(client, { cacheTime: 0 }),
    receiptOf(client, transactionHash),
  ]);
  if (receipt ? receipt.blockHash !== blockHash : head >= blockNumber) return 'out';
  return receipt && head >= blockNumber + BigInt(confirmations) ? 'final' : 'in';
}

/** Whether any node has it, or another one with its nonce that was sent to speed it up. @throws when none answers */
async function isKnown(client: ChainClient, { hash, from }: Sent, nonce: number): Promise<boolean> {
  const knows = async (ask: EIP1193RequestFn) => {
    const [found, next] = await Promise.all([
      ask({ method: 'eth_getTransactionByHash', params: [hash] }),
      ask({ method: 'eth_getTransactionCount', params: [from, 'pending'] }),
    ]);
    return found !== null || hexToNumber(next as Hex) > nonce;
  };
  const answers = await Promise.allSettled(client.transport.each.map(knows));
  const given = answers.filter((answer) => answer.status === 'fulfilled');
  if (given.length === 0) throw new Error('No node answers');
  return given.some(({ value }) => value);
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
