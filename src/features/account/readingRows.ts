import type { ReadingEntry } from '../../chain/history/entries.ts';

/** An entry of the readings and what the meter itself showed with it, Wh. */
export interface ReadingRow {
  entry: Exclude<ReadingEntry, { type: 'rollover' }>;
  own: bigint;
  /** The meter had begun again at zero. */
  isAfterZero: boolean;
}

/**
 * What the meters themselves showed, back over exchanges, rollovers and corrections.
 * @param entries newest first
 * @param offset logical register less own register, now
 */
export function readingRows(entries: readonly ReadingEntry[], offset: bigint): ReadingRow[] {
  let before = offset;
  return entries.flatMap((entry, index): ReadingRow[] => {
    switch (entry.type) {
      case 'rollover':
        before -= entry.modulus;
        return [];
      case 'exchange':
        before = entry.register - entry.finalRegister;
        return [{ entry, own: entry.newRegister, isAfterZero: false }];
      case 'correction':
        before -= entry.overbilledWh;
        return [{ entry, own: entry.ownRegister, isAfterZero: false }];
      default:
        return [{ entry, own: entry.register - before, isAfterZero: entries[index + 1]?.type === 'rollover' }];
    }
  });
}
