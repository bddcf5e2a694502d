import { encodeAbiParameters, type Hex, hexToBigInt, keccak256, numberToHex } from 'viem';
import type { Allocation } from '../../script/geth/genesis.ts';

/** Words of a connection's record, and more than there are slots before the records. */
const WORDS = 12;
const SLOTS = 32n;

/**
 * A first block in which a connection is there many times, under other consumer numbers: a hundred thousand registrations would take longer than what is
 * to be measured. Only the records are copied, not the lists that the page shows.
 * @param billing The contract's account.
 * @param template The connection that was registered.
 */
export function withConnections(billing: Allocation, template: bigint, numbers: readonly bigint[]): Allocation {
  const storage = billing.storage ?? {};
  const slot = recordsSlot(storage, template);
  const words = Array.from({ length: WORDS }, (_, i) => storage[wordOf(template, slot, i)]);
  const copied = numbers.flatMap((number) =>
    words.flatMap((word, i): [Hex, Hex][] => (word ? [[wordOf(number, slot, i), word]] : [])),
  );
  return { ...billing, storage: { ...storage, ...Object.fromEntries(copied) } };
}

/** Where the contract keeps its records: the slot by which the template's is found. */
function recordsSlot(storage: Record<Hex, Hex>, template: bigint): bigint {
  for (let slot = 0n; slot < SLOTS; slot++) if (storage[wordOf(template, slot, 0)]) return slot;
  throw new Error(`The first block has no connection ${template}.`);
}

/** A word of a mapping's value, as Solidity lays them out. */
function wordOf(number: bigint, slot: bigint, word: number): Hex {
  const parameters = encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [number, slot]);
  return numberToHex(hexToBigInt(keccak256(parameters)) + BigInt(word), { size: 32 });
}
