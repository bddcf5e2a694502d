import { zeroAddress } from 'viem';
import type { BillingEvent } from './billingEvent.ts';
import type { Place, ReadingEntry } from './entries.ts';
import { readingKindOf } from './readingKindOf.ts';

/** An event as an entry of the readings; null for one that belongs to none. The registration is an entry of the money history too. */
export function readingEntryOf(
  { eventName, args }: BillingEvent,
  place: Place,
): Exclude<ReadingEntry, { type: 'registration' }> | null {
  switch (eventName) {
    case 'ReadingRecorded': {
      const { register, readAt, kind } = args;
      return { type: 'reading', register: BigInt(register), readAt, kind: readingKindOf(kind), ...place };
    }
    case 'MeterExchanged': {
      const { key, register, finalRegister, newRegister, readAt } = args;
      return {
        type: 'exchange',
        key: key === zeroAddress ? null : key,
        register: BigInt(register),
        finalRegister: BigInt(finalRegister),
        newRegister: BigInt(newRegister),
        readAt,
        ...place,
      };
    }
    case 'MeterRolledOver': {
      const { ownRegister, modulus } = args;
      return { type: 'rollover', ownRegister: BigInt(ownRegister), modulus: BigInt(modulus), ...place };
    }
    case 'ReadingCorrected': {
      const { register, wrong, ownRegister, readAt, overbilledWh, reason } = args;
      return {
        type: 'correction',
        register: BigInt(register),
        wrong: BigInt(wrong),
        ownRegister: BigInt(ownRegister),
        readAt,
        overbilledWh,
        reason,
        ...place,
      };
    }
    default:
      return null;
  }
}
