import type { Tariff } from './model.ts';

/** What a bill is computed from. */
export type Usage = {
  /** Wh consumed in the period. */
  energy: bigint;
  /** Billed load in W (or VA); needed only where a charge is per kW. */
  load?: bigint | undefined;
  /** First day of the period. */
  fromDay: number;
  /** The day after its last day. */
  toDay: number;
  /** What rounding left over from the bill before, millionths of the currency. */
  carried?: bigint | undefined;
  /** Amounts that the bill takes over; one that is declared and not given is zero. */
  adjustments?: readonly Adjustment[] | undefined;
};

/** `amount` in millionths of the currency, may be negative. */
export type Adjustment = { id: string; amount: bigint };

/** A tariff and the day from which it is in force, until the next version. */
export type TariffVersion = { fromDay: number; tariff: Tariff };
