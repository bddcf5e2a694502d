import { type Address, type Hex, numberToHex, parseEther } from 'viem';
import type { Description } from './description.ts';

/** An account of the first block: balance in the coin's smallest unit, hexadecimal as geth wants it. */
export type Allocation = { balance: Hex; nonce?: Hex; code?: Hex; storage?: Record<Hex, Hex> };

/** The block at which Clique forgets its votes. */
const EPOCH = 30_000;

/** Osaka, of December 2025. What blobs cost must be there, though nothing here uses any: the figures are Ethereum's (EIP-7840). */
const blobs = (target: number, max: number) => ({ target, max, baseFeeUpdateFraction: 5_007_716 });
const newestRules = {
  terminalTotalDifficulty: 0,
  shanghaiTime: 0,
  cancunTime: 0,
  pragueTime: 0,
  osakaTime: 0,
  blobSchedule: {
    cancun: { ...blobs(3, 6), baseFeeUpdateFraction: 3_338_477 },
    prague: blobs(6, 9),
    osaka: blobs(6, 9),
  },
};

/**
 * The first block: of a network of sealers as geth 1.13 takes it, Clique by London's rules, the last that it can seal; of a single node by the newest.
 * @param sealers Their accounts.
 * @param funded Coins by account.
 * @param time Seconds since 1970.
 * @param alloc Further accounts.
 */
export function genesisOf(
  { chainId, blockSeconds, gasLimit }: Description,
  { sealers, funded, time, alloc = {} }: GenesisFacts,
) {
  const balances = [...funded].map(([account, coins]) => [account, { balance: numberToHex(parseEther(coins)) }]);
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
      ...(sealers.length > 0 ? { clique: { period: blockSeconds, epoch: EPOCH } } : newestRules),
    },
    timestamp: numberToHex(time),
    gasLimit: numberToHex(gasLimit),
    difficulty: sealers.length > 0 ? '0x1' : '0x0',
    extradata: sealers.length > 0 ? extraDataOf(sealers) : '0x',
    alloc: { ...alloc, ...Object.fromEntries(balances) },
  };
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
