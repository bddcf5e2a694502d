import type { Address, Hash, TransactionReceipt } from 'viem';
import type { Words } from '../../messages/words.ts';
import { store, stored } from '../../storage.ts';
import type { Call } from './request.ts';

/** A transaction that a wallet has sent. */
export interface Sent {
  hash: Hash;
  from: Address;
  call: Call;
  describe: Words;
  subject: string | null;
  /** The latest block when it was sent. */
  sentAt: bigint;
  /** Its nonce, once a node has shown it: tells when another transaction took its place. */
  nonce: number | null;
}

export type Outcome =
  | { receipt: TransactionReceipt; problem: null }
  | { receipt: TransactionReceipt | null; problem: Words };

export interface Tracked extends Sent {
  /** What came of it, until its block is taken away again. */
  outcome: Outcome | null;
  /** The outcome can't change any more. */
  isFinal: boolean;
  /** It was in a block that is not on the chain any more, and is in no other one yet. */
  fellOut: boolean;
  /** The user has seen enough of it; it is watched all the same. */
  isHidden: boolean;
}

let tracked: readonly Tracked[] = [];
let storageKey: string | null = null;
const listeners = new Set<() => void>();

/** What this page sent, newest first, and what was not final when it was left. */
export function trackedTransactions(): readonly Tracked[] {
  return tracked;
}

export function subscribeTransactions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes up the transactions of the last visit to a deployment that were not final; after a restart of its chain there are none. */
export function openTransactions(deployment: string, wasReset: boolean): void {
  const key = `bijuli.pending.${deployment}`;
  // The chain was only checked again: what is in memory is newer, and all there is where nothing can be stored.
  if (key === storageKey && !wasReset) return;
  storageKey = key;
  const left = stored(storageKey);
  change(left && !wasReset ? read(left) : []);
}

export function track(sent: Sent): void {
  change([{ ...sent, outcome: null, isFinal: false, fellOut: false, isHidden: false }, ...tracked]);
}

export function update(hash: Hash, changes: Partial<Tracked>): void {
  change(tracked.map((one) => (one.hash === hash ? { ...one, ...changes } : one)));
}

/** Takes it off the list. One that has never been in a block is no longer watched; any other is, until its outcome is final. */
export function dismiss(hash: Hash): void {
  const isGone = (one: Tracked) => one.hash === hash && !one.outcome && !one.fellOut;
  change(tracked.filter((one) => !isGone(one)).map((one) => (one.hash === hash ? { ...one, isHidden: true } : one)));
}

function change(next: readonly Tracked[]): void {
  tracked = next.filter((one) => !(one.isFinal && one.isHidden));
  if (storageKey) store(storageKey, write(tracked.filter((one) => !one.isFinal)));
  for (const listener of listeners) listener();
}

function write(transactions: readonly Tracked[]): string {
  return JSON.stringify(transactions, (_, value: unknown) =>
    typeof value === 'bigint' ? { bigint: String(value) } : value,
  );
}

function read(text: string): Tracked[] {
  try {
    return JSON.parse(text, (_, value) => (typeof value?.bigint === 'string' ? BigInt(value.bigint) : value));
  } catch {
    return [];
  }
}
