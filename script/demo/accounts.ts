import type { Address } from 'viem';

/** Who uses which of the local chain's accounts, in their order. Nobody else holds a connection or a role. */
export const accountNames = [
  'admin',
  'board',
  'meter-reader',
  'london-home',
  'family',
  'newcomer',
  'other-1',
  'other-2',
  'other-3',
  'other-4',
  'other-5',
  'other-6',
  'other-7',
  'other-8',
  'other-9',
  'other-10',
  'other-11',
  'other-12',
  'other-13',
  'other-14',
  'other-15',
  'other-16',
  'other-17',
  'other-18',
  'other-19',
  'other-20',
  'other-21',
] as const;

export type AccountName = (typeof accountNames)[number];

export type Accounts = Record<AccountName, Address>;

/** @throws Error when the chain has too few accounts. */
export function nameAccounts(addresses: readonly Address[]): Accounts {
  if (addresses.length < accountNames.length) {
    throw new Error(`The demonstration needs ${accountNames.length} accounts; the chain has ${addresses.length}.`);
  }
  return Object.fromEntries(accountNames.map((name, i) => [name, addresses[i]])) as Accounts;
}
