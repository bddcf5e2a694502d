import type { Address } from 'viem';

/** What a block may change: asked again after each new one. */
const state = ['state'] as const;

/** What never changes once it is there, as long as its block is. */
const fixed = ['fixed'] as const;

/** The keys of everything that is read from the chain. */
export const queryKeys = {
  state,
  fixed,
  start: ['start'] as const,
  head: ['head'] as const,
  connection: (number: bigint) => [...state, 'connection', number] as const,
  standing: (number: bigint) => [...state, 'standing', number] as const,
  allConnections: [...state, 'allConnections'] as const,
  wholeConnections: [...state, 'wholeConnections'] as const,
  connectionsOf: (holder: Address | null) => [...state, 'connectionsOf', holder] as const,
  totals: [...state, 'totals'] as const,
  roles: (account: Address | null) => [...state, 'roles', account] as const,
  connections: (numbers: readonly bigint[]) => [...state, 'connections', ...numbers] as const,
  holdings: (account: Address | null) => [...state, 'holdings', account] as const,
  assetSymbol: [...fixed, 'assetSymbol'] as const,
  balance: (account: Address | null) => [...state, 'balance', account] as const,
  versions: (category: number) => [...state, 'versions', category] as const,
  tariffTitles: (today: number) => [...state, 'tariffTitles', today] as const,
  tariff: (category: number, version: number) => [...fixed, 'tariff', category, version] as const,
  history: (chain: 'money' | 'readings', number: bigint, head: bigint) =>
    [...fixed, 'history', chain, number, head] as const,
  openBills: [...state, 'openBills'] as const,
  openBillsOf: (number: bigint, head: bigint) => [...fixed, 'openBillsOf', number, head] as const,
  recentEvents: (contract: string, names: readonly string[]) => [...state, 'recentEvents', contract, names] as const,
};
