import type { Rounding } from '../rounding.ts';

/**
 * A tariff in exact integers. Money and rates per kWh are in millionths of the currency, limits of consumption in
 * millionths of a kWh, percentages in ten-thousandths of a per cent, steps of units in Wh.
 */
export type Tariff = {
  id: string;
  title: string;
  source?: string | undefined;
  /** ISO 4217 */
  currency: string;
  /** The basis of every charge that gives none of its own. */
  basis: Basis;
  /** Ids that the adjustments of a bill may have. */
  adjustments: string[];
  charges: Charge[];
  total: Total;
  lateSurcharge?: LateSurcharge | undefined;
  /** Days from issue to the due date. */
  dueDays: number;
  /** Wh to which units are split when the tariff changes inside a period. */
  splitTo: bigint;
  prepaid?: Prepaid | undefined;
};

export const BASES = ['bill', 'day', 'days30', 'year', 'calendar'] as const;

/** What the figures of a charge are written for: a whole bill, a day, 30 days, a month of a year's twelfth, a calendar month. */
export type Basis = (typeof BASES)[number];

/** Something a sum names: an adjustment, or a charge further up. */
export type Reference = { id: string; subtract: boolean };

export type Charge = EnergyCharge | FixedCharge | PercentCharge | SubtotalCharge;

type ChargeHead = {
  id: string;
  label: string;
  /** Own basis, where it differs from the file's or repeats it. */
  basis?: Basis | undefined;
  /** Rounds the sum of the lines, millionths of the currency. */
  round?: Rounding | undefined;
  /** Rounds each scaled limit, millionths of a kWh. */
  roundLimits?: Rounding | undefined;
  when?: When | undefined;
};

type SignedHead = ChargeHead & {
  /** Rounds each line, millionths of the currency. */
  lineRound?: Rounding | undefined;
  /** A rebate or subsidy. */
  negative: boolean;
};

/** The charge applies to a bill whose total consumption lies in (above, upTo], millionths of a kWh. */
export type When = { above?: bigint | undefined; upTo?: bigint | undefined };

/** Consumption up to and including `upTo` millionths of a kWh; null is the open band. */
export type Band = {
  upTo: bigint | null;
  /** Millionths of the currency: per kWh in an energy charge, as an amount in a fixed one. */
  price: bigint;
};

/** What an amount is multiplied by: the load in kW, the factor of the basis. */
export type Per = { load: boolean; basis: boolean };

export type EnergyCharge = SignedHead & { kind: 'energy'; method: 'telescopic' | 'whole'; bands: Band[] };
/** Either one amount for all, or one for each band of the bill's consumption. */
export type FixedCharge = SignedHead & { kind: 'fixed'; per: Per; price: bigint | Band[] };
/** `rate` in ten-thousandths of a per cent. */
export type PercentCharge = SignedHead & { kind: 'percent'; rate: bigint; of: Reference[] };
export type SubtotalCharge = ChargeHead & { kind: 'subtotal'; of: Reference[]; atLeast?: Minimum | undefined };

/** A minimum charge: `amount` in millionths of the currency. */
export type Minimum = { amount: bigint; per: Per };

type Total = {
  of: Reference[];
  round?: Rounding | undefined;
  /** What rounding leaves over goes to the next bill. */
  carry: boolean;
};

/** `percentPerMonth` in ten-thousandths of a per cent. */
type LateSurcharge = { percentPerMonth: bigint; round?: Rounding | undefined };

type Prepaid = {
  /** Taken from a payment before it buys energy, in this order. */
  deduct: Deduction[];
  /** Rounds the units bought, Wh. */
  round?: Rounding | undefined;
};

export type Deduction = { id: string; label?: string | undefined } & (
  | { amount: bigint }
  | { percent: bigint; round?: Rounding | undefined }
);

/** Of a kWh, in which limits are held. */
export const MILLIONTHS_PER_WH = 1000n;

export const DEFAULT_DUE_DAYS = 15;
/** Wh */
export const DEFAULT_SPLIT_TO = 1n;

/** Decimals that the figures of a file may have, and so the unit of the integers here. */
export const DECIMALS = { money: 6, limit: 6, percent: 4, energy: 3, load: 3 } as const;

/** What the byte layout has room for (docs/tariff-bytes.md). */
export const ROOM = {
  u16: 2n ** 16n - 1n,
  u32: 2n ** 32n - 1n,
  u64: 2n ** 64n - 1n,
  /** Bands of a charge, and deductions. */
  count: 255,
  /** Adjustments and charges together. */
  names: 126,
  /** What one sum can name. */
  references: 32,
  /** Contract code holds 24,576 bytes, the first of which is zero. */
  program: 24_575,
} as const;

/** Ten years: on chain a due day has 16 bits. */
export const MAX_DUE_DAYS = 3650;
