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
  outcome: Outcome | null;
}

let tracked: readonly Tracked[] = [];
let storageKey: string | null = null;
const listeners = new Set<() => void>();

/** What this page sent, newest first, and what a reload left pending. */
export function trackedTransactions(): readonly Tracked[] {
  return tracked;
}

export function subscribeTransactions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes up the pending transactions of the last visit to a deployment; after a restart of its chain there are none. */
export function openTransactions(deployment: string, wasReset: boolean): void {
  storageKey = `bijuli.pending.${deployment}`;
  const left = stored(storageKey);
  change(left && !wasReset ? read(left) : []);
}

export function track(sent: Sent): void {
  change([{ ...sent, outcome: null }, ...tracked]);
}

export function update(hash: Hash, changes: Partial<Tracked>): void {
  change(tracked.map((one) => (one.hash === hash ? { ...one, ...changes } : one)));
}

/** Takes it off the list; a pending one is no longer watched. */
export function dismiss(hash: Hash): void {
  change(tracked.filter((one) => one.hash !== hash));
}

function change(next: readonly Tracked[]): void {
  tracked = next;
  if (storageKey) store(storageKey, write(tracked.filter((one) => !one.outcome)));
  for (const listener of listeners) listener();
}

function write(pending: readonly Tracked[]): string {
  return JSON.stringify(pending, (_, value: unknown) =>
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
