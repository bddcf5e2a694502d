import { type Hash, keccak256, stringToHex } from 'viem';
import { store, stored } from '../../storage.ts';

const keyOf = (hash: Hash) => `bijuli.reason.${hash}`;

/** The text of a dispute's reason as it is hashed and sent to the board: no blanks around it. */
export function plainReason(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** What of a reason goes on the chain. */
export function hashOfReason(text: string): Hash {
  return keccak256(stringToHex(plainReason(text)));
}

/** Keeps a reason in this browser: the chain has only its hash, and the board still has to get it. */
export function keepReason(text: string): void {
  store(keyOf(hashOfReason(text)), plainReason(text));
}

export function keptReason(hash: Hash): string | null {
  return stored(keyOf(hash));
}
