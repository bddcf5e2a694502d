import type { MoneyEntry } from '../../chain/history/entries.ts';

const lifeTypes = [
  'registration',
  'agreement',
  'plan',
  'disputeOpened',
  'disputeEnded',
  'notice',
  'handover',
  'closed',
] as const;

/** What happened to a connection besides bills and money. */
export type LifeEntry = Extract<MoneyEntry, { type: (typeof lifeTypes)[number] }>;

export function isLifeEntry(entry: MoneyEntry): entry is LifeEntry {
  return lifeTypes.some((type) => type === entry.type);
}
