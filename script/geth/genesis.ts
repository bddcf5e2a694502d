import { type Address, type Hex, numberToHex, parseEther } from 'viem';
import type { Description } from './description.ts';

/** An account of the first block: balance in the coin's smallest unit, hexadecimal as geth wants it. */
export type Allocation = { balance: Hex; nonce?: Hex; code?: Hex; storage?: Record<Hex, Hex> };

/** The block at which Clique forgets its votes. */
const EPOCH = 30_000;

/** A first block as geth takes it. */
export type Genesis = {
  config: { chainId: number };
  timestamp: Hex;
  gasLimit: Hex;
  alloc: Record<string, Allocation>;
};

/**
 * The first block of a network of sealers, as geth 1.13 takes it: Clique by London's rules, the last that it can seal.
 * @param sealers Their accounts.
 * @param funded Coins by account.
 * @param time Seconds since 1970.
 * @param alloc Further accounts.
 */
export function genesisOf(
  { chainId, blockSeconds, gasLimit }: Description,
  { sealers, funded, time, alloc = {} }: GenesisFacts,
) {
  return {
    config: {
      chainId,
      homesteadBlock: 0,
      eip150Block: 0,
      eip155Block: 0,
      eip158Block: 0,
      byzantiumBlock: 0,
      constantinopleBlock: 0,
      petersburgBlock: 0,
      istanbulBlock: 0,
      berlinBlock: 0,
      londonBlock: 0,
      clique: { period: blockSeconds, epoch: EPOCH },
    },
    timestamp: numberToHex(time),
    gasLimit: numberToHex(gasLimit),
    difficulty: '0x1',
    extradata: extraDataOf(sealers),
    alloc: { ...alloc, ...balancesOf(funded) },
  };
}

/** Rules that are in force on Ethereum. geth's development chain has those to come as well, whose prices of gas no tool knows yet. */
const released = ['shanghaiTime', 'cancunTime', 'pragueTime', 'osakaTime'];

/**
 * The first block of a single node.
 * @param own geth's own for its development chain (`geth --dev dumpgenesis`): the newest rules, and the contracts that they need.
 */
export function singleGenesisOf(
  { chainId, gasLimit }: Description,
  own: Genesis,
  { funded, time, alloc = {} }: GenesisFacts,
): Genesis {
  const rules = Object.entries(own.config).filter(([name]) => !name.endsWith('Time') || released.includes(name));
  return {
    ...own,
    config: { ...Object.fromEntries(rules), chainId },
    timestamp: numberToHex(time),
    gasLimit: numberToHex(gasLimit),
    alloc: { ...own.alloc, ...alloc, ...balancesOf(funded) },
  };
}

function balancesOf(funded: GenesisFacts['funded']): Record<string, Allocation> {
  const balances = [...funded].map(([account, coins]) => [account, { balance: numberToHex(parseEther(coins)) }]);
  return Object.fromEntries(balances);
}

type GenesisFacts = {
  sealers: readonly Address[];
  funded: ReadonlyMap<Address, string>;
  time: number;
  alloc?: Record<Address, Allocation>;
};

/** EIP-225: 32 bytes that anybody may use, the sealers in the order of their addresses, and room for a signature of 65 bytes. */
function extraDataOf(sealers: readonly Address[]): Hex {
  const sorted = sealers.map((address) => address.slice(2).toLowerCase()).sort();
  return `0x${'00'.repeat(32)}${sorted.join('')}${'00'.repeat(65)}`;
}
