import type { ReadingEntry } from '../../chain/history/entries.ts';

/** What a meter itself showed, Wh, and when. */
export interface OwnReading {
  own: bigint;
  readAt: number;
}

/**
 * Turns the logical registers of a history into what the meters showed, going back over exchanges, rollovers and corrections. Give it the entries
 * newest first, in as many parts as they come.
 * @param offset logical register less own register, after the newest entry
 */
export function ownReadings(offset: bigint): (entries: readonly ReadingEntry[]) => OwnReading[] {
  let before = offset;
  return (entries) =>
    entries.flatMap((entry): OwnReading[] => {
      switch (entry.type) {
        case 'exchange':
          before = entry.register - entry.finalRegister;
          return [];
        case 'rollover':
          before -= entry.modulus;
          return [];
        case 'correction':
          before = before - entry.overbilledWh;
          return [{ own: entry.ownRegister, readAt: entry.readAt }];
        default:
          return [{ own: entry.register - before, readAt: entry.readAt }];
      }
    });
}
